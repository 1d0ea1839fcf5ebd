"""What a badge signs to come in: this site, this moment, nothing else. Pure.

The console's own certificate is part of it: an answer given to another server is of no use here.
"""

import hashlib

NONCE_BYTES = 32
_DOMAIN = b"temoin/badge/v1"


def challenge(site_fingerprint: str, nonce: bytes) -> bytes:
    """32 bytes. `site_fingerprint` is the SHA-256 of the TLS certificate (DER) in hexadecimal."""
    return hashlib.sha256(_DOMAIN + site_fingerprint.lower().encode() + nonce).digest()
