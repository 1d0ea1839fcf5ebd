"""Who may come to the console: whoever holds a code of this kiosk, or a badge of this site. Decided here, by the core.

The console only passes on what it is told: a hole in it opens no door by itself.
"""

import asyncio
import base64
import hashlib
from collections.abc import Callable, Mapping

import structlog
from cryptography import x509

from hardware.card.verification import is_signed_by
from hardware.printer.api import Printed
from kiosk.clock import Clock
from kiosk.mediation.badge_challenge import NONCE_BYTES, challenge
from kiosk.mediation.badge_sentences import REFUSED
from kiosk.mediation.pairing import Admitted, LockOut, Pairing, shown, wait_sentence
from kiosk.service.control_server import Answer, refusal
from kiosk.service.helping import TicketPrinter
from kiosk.service.slips import recovery_slip
from kiosk.service.trust import ROLES, UNREADABLE, Holder, Trust

log = structlog.get_logger()

NONCE_SECONDS = 60.0
MOST_NONCES = 64
MOST_CERTIFICATE = 8_000
_UNREADABLE = "La réponse du badge est illisible."


class Admitting:
    """Codes and badges."""

    def __init__(
        self, trust: Trust, clock: Clock, random: Callable[[int], bytes], printer: TicketPrinter, site: str
    ) -> None:
        self._printer = printer
        self._site = site
        self._trust = trust
        self._clock = clock
        self._random = random
        self._pairing = Pairing(random)
        self._lock_out = LockOut()
        self._nonces: dict[bytes, float] = {}

    def issue(self, who: Admitted) -> str:
        """A code to show on the kiosk, for whoever has just shown a badge there."""
        return shown(self._pairing.issue(who, self._clock.monotonic()))

    def issue_for(self, certificate: bytes) -> str:
        """The same, for the badge that has just signed at the kiosk. Raises ValueError for one that is not trusted."""
        found = self._trust.holder(certificate, self._clock.now())
        if isinstance(found, str):
            raise ValueError(found)
        return self.issue(admitted(certificate, found))

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

    async def print_recovery(self, request: Mapping[str, object]) -> Answer:
        """{code}: the recovery code on paper, for the manager's safe."""
        now = self._clock.now()
        png = await asyncio.to_thread(recovery_slip, str(request.get("code"))[:40], self._site, now)
        outcome = await self._printer.print_image(png, f"recovery-{now:%Y%m%dT%H%M%S}")
        return {"ok": True, "printed": isinstance(outcome, Printed)}

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
        """{nonce, certificate, signature, site, place} → a code for the browser. `site`: fingerprint of the console."""
        place, now = str(request.get("place"))[:64], self._clock.monotonic()
        wait = self._lock_out.wait(place, now)
        if wait > 0:
            return refusal(f"Trop d’essais. {wait_sentence(wait)}")
        outcome = await asyncio.to_thread(self._badge, request, now)
        if isinstance(outcome, Admitted):
            self._lock_out.came_in(place)
            log.info("badge", state="admitted")
            return {"ok": True, "code": self.issue(outcome)}
        log.warning("badge", state="refused", fault=outcome[1])
        self._lock_out.missed(place, now)
        return refusal(outcome[0])

    def _badge(self, request: Mapping[str, object], now: float) -> Admitted | tuple[str, str]:
        try:
            nonce = bytes.fromhex(str(request.get("nonce")))
            certificate = base64.b64decode(str(request.get("certificate")), validate=True)
            signature = base64.b64decode(str(request.get("signature")), validate=True)
        except ValueError:
            return _UNREADABLE, UNREADABLE
        until = self._nonces.pop(nonce, None)
        if until is None or now >= until:
            return "Cette réponse a déjà servi, ou vient trop tard. Recommencez.", "replayed"
        if len(certificate) > MOST_CERTIFICATE:
            return _UNREADABLE, UNREADABLE
        if not is_signed_by(certificate, challenge(str(request.get("site")), nonce), signature):
            return "La signature du badge n’est pas la bonne.", "forged"
        found = self._trust.holder(certificate, self._clock.now())
        if isinstance(found, str):
            return REFUSED.get(found, _UNREADABLE), found
        return admitted(certificate, found)


def admitted(certificate: bytes, holder: Holder) -> Admitted:
    """The role that the authority wrote into the badge, and four signs that name the badge."""
    serial = x509.load_der_x509_certificate(certificate).serial_number
    return Admitted(holder.role, short_name(serial))


def short_name(serial: int) -> str:
    """Four signs of a badge's serial number: enough to find it in the site's list, and no person's name."""
    return hashlib.sha256(f"temoin/badge/{serial:x}".encode()).hexdigest()[:4].upper()
