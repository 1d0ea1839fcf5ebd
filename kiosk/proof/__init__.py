"""Receipts: fingerprints, hash tree, signature, sealing, rendering, verification. No device, no database."""
