"""Témoin: the kiosk that checks papers, hands them over and keeps a dated proof of it."""
