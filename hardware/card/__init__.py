"""Badges: smart cards that prove who holds them."""
