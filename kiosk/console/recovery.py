"""The one-time code that lets the site manager in when no badge does: drawn at the installation, printed, used once."""

import hashlib
import hmac
import json
import os
from collections.abc import Callable
from pathlib import Path

from kiosk.mediation.pairing import ALPHABET, tidy

FILE = "recovery.json"
LENGTH = 16
_SALT_BYTES = 16
_SCRYPT = {"n": 2**14, "r": 8, "p": 1, "maxmem": 64 * 1024 * 1024}


def new_recovery(folder: Path, random: Callable[[int], bytes]) -> str:
    """A new code, in groups; the one before is of no use any more. Only its digest is kept."""
    code = "".join(ALPHABET[byte % len(ALPHABET)] for byte in random(LENGTH))
    salt = random(_SALT_BYTES)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = folder / f"{FILE}.new"
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        json.dump({"salt": salt.hex(), "digest": _digest(code, salt).hex()}, file)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(folder / FILE)
    return "-".join(code[at : at + 4] for at in range(0, LENGTH, 4))


def looks_like_recovery(text: str) -> bool:
    """Whether this was meant as a recovery code, and not as one of a badge."""
    return len(tidy(text)) == LENGTH


def use_recovery(folder: Path, text: str) -> bool:
    """Whether the code is the one; then it is gone."""
    path = folder / FILE
    try:
        kept = json.loads(path.read_text(encoding="ascii"))
        salt, digest = bytes.fromhex(kept["salt"]), bytes.fromhex(kept["digest"])
    except (OSError, ValueError, KeyError, TypeError):
        return False
    if not hmac.compare_digest(_digest(tidy(text), salt), digest):
        return False
    path.unlink()
    return True


def _digest(code: str, salt: bytes) -> bytes:
    return hashlib.scrypt(code.encode(), salt=salt, dklen=32, **_SCRYPT)
