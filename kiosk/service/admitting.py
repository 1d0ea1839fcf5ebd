"""Who may come to the console: whoever holds a code of this kiosk, or a badge of this site. Decided here, by the core.

The console only passes on what it is told: a hole in it opens no door by itself.
"""

import asyncio
import base64
import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path

import structlog
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from hardware.card.verification import Distrust, distrust, is_signed_by
from kiosk.clock import Clock
from kiosk.mediation.badge_challenge import NONCE_BYTES, challenge
from kiosk.mediation.pairing import Admitted, LockOut, Pairing, shown, wait_sentence
from kiosk.service.control_server import Answer, refusal

log = structlog.get_logger()

ROLES = ("mediator", "site_manager")
NONCE_SECONDS = 60.0
MOST_NONCES = 64
MOST_CERTIFICATE = 8_000
_SENTENCES = {
    Distrust.UNKNOWN_AUTHORITY: "Ce badge est d’un autre espace.",
    Distrust.NOT_YET: "Ce badge n’est pas encore valable.",
    Distrust.EXPIRED: "Ce badge n’est plus valable.",
    Distrust.REVOKED: "Ce badge a été retiré.",
}


class Admitting:
    """Codes and badges. `trusted` is the folder of the site's authorities (*.pem) and of `revoked.txt`."""

    def __init__(self, trusted: Path, clock: Clock, random: Callable[[int], bytes]) -> None:
        self._trusted = trusted
        self._clock = clock
        self._random = random
        self._pairing = Pairing(random)
        self._lock_out = LockOut()
        self._nonces: dict[bytes, float] = {}

    def issue(self, who: Admitted) -> str:
        """A code to show on the kiosk, for whoever has just shown a badge there."""
        return shown(self._pairing.issue(who, self._clock.monotonic()))

    async def pair_issue(self, request: Mapping[str, object]) -> Answer:
        """{role} → a code, for whoever has the account of the kiosk."""
        role = request.get("role")
        if role not in ROLES:
            return refusal("Ce rôle n’existe pas.")
        log.info("pairing", state="issued")
        return {"ok": True, "code": self.issue(Admitted(str(role), "BORNE"))}

    async def pair_redeem(self, request: Mapping[str, object]) -> Answer:
        """{code, place} → {role, badge}."""
        place, now = str(request.get("place"))[:64], self._clock.monotonic()
        wait = self._lock_out.wait(place, now)
        if wait > 0:
            return refusal(f"Trop d’essais. {wait_sentence(wait)}")
        who = self._pairing.redeem(str(request.get("code")), now)
        if who is None:
            log.warning("pairing", state="refused")
            wait = self._lock_out.missed(place, now)
            after = f" {wait_sentence(wait)}" if wait else ""
            return refusal(f"Ce code n’est pas le bon, ou n’est plus valable.{after}")
        self._lock_out.came_in(place)
        self._lock_out.forget(now)
        log.info("pairing", state="redeemed")
        return {"ok": True, "role": who.role, "badge": who.badge}

    async def badge_challenge(self, _request: Mapping[str, object]) -> Answer:
        """A fresh number for a badge to sign; good for a minute, once."""
        now = self._clock.monotonic()
        self._nonces = {nonce: until for nonce, until in self._nonces.items() if now < until}
        if len(self._nonces) >= MOST_NONCES:
            return refusal("Trop de badges à la fois. Réessayez dans une minute.")
        nonce = self._random(NONCE_BYTES)
        self._nonces[nonce] = now + NONCE_SECONDS
        return {"ok": True, "nonce": nonce.hex()}

    async def badge_answer(self, request: Mapping[str, object]) -> Answer:
        """{nonce, certificate, signature, site, place} → {role, badge}. `site` is the console's own TLS fingerprint."""
        place, now = str(request.get("place"))[:64], self._clock.monotonic()
        wait = self._lock_out.wait(place, now)
        if wait > 0:
            return refusal(f"Trop d’essais. {wait_sentence(wait)}")
        outcome = await asyncio.to_thread(self._badge, request, now)
        if isinstance(outcome, Admitted):
            self._lock_out.came_in(place)
            log.info("badge", state="admitted")
            return {"ok": True, "role": outcome.role, "badge": outcome.badge}
        log.warning("badge", state="refused", fault=outcome[1])
        self._lock_out.missed(place, now)
        return refusal(outcome[0])

    def _badge(self, request: Mapping[str, object], now: float) -> Admitted | tuple[str, str]:
        try:
            nonce = bytes.fromhex(str(request.get("nonce")))
            certificate = base64.b64decode(str(request.get("certificate")), validate=True)
            signature = base64.b64decode(str(request.get("signature")), validate=True)
        except ValueError:
            return "La réponse du badge est illisible.", "unreadable"
        until = self._nonces.pop(nonce, None)
        if until is None or now >= until:
            return "Cette réponse a déjà servi, ou vient trop tard. Recommencez.", "replayed"
        if len(certificate) > MOST_CERTIFICATE:
            return "La réponse du badge est illisible.", "unreadable"
        if not is_signed_by(certificate, challenge(str(request.get("site")), nonce), signature):
            return "La signature du badge n’est pas la bonne.", "forged"
        try:
            doubt = distrust(certificate, self._authorities(), self._revoked(), self._clock.now())
        except ValueError:
            return "La réponse du badge est illisible.", "unreadable"
        if doubt is not None:
            return _SENTENCES[doubt], str(doubt)
        return holder(certificate)

    def _authorities(self) -> list[bytes]:
        files = sorted(self._trusted.glob("*.pem")) if self._trusted.is_dir() else []
        found = [x509.load_pem_x509_certificates(path.read_bytes()) for path in files]
        return [one.public_bytes(Encoding.DER) for several in found for one in several]

    def _revoked(self) -> frozenset[int]:
        path = self._trusted / "revoked.txt"
        words = path.read_text(encoding="ascii").split() if path.is_file() else []
        return frozenset(int(word, 16) for word in words)


def holder(certificate: bytes) -> Admitted:
    """The role that the authority wrote into the badge, and four signs that name the badge. Raises ValueError."""
    badge = x509.load_der_x509_certificate(certificate)
    units = [str(unit.value) for unit in badge.subject.get_attributes_for_oid(NameOID.ORGANIZATIONAL_UNIT_NAME)]
    role = "site_manager" if "site_manager" in units else "mediator"
    return Admitted(role, short_name(badge.serial_number))


def short_name(serial: int) -> str:
    """Four signs of a badge's serial number: enough to find it in the site's list, and no person's name."""
    return hashlib.sha256(f"temoin/badge/{serial:x}".encode()).hexdigest()[:4].upper()
