"""`kiosk console badge`: on a desk with a card reader, a badge gets a code for the browser.

The console must be the one whose fingerprint was given: the badge signs that fingerprint too, so that an answer
given to anybody else opens nothing.
"""

import base64
import getpass
import http.client
import sys
from urllib.parse import urlsplit

REFUSED = 2
SECONDS = 20
_FAULTS = {
    "no_reader": "Aucun lecteur de badge n’est branché.",
    "service_down": "Le service des badges ne marche pas.",
    "no_card": "Posez votre badge sur le lecteur.",
    "two_cards": "Il y a deux badges. Laissez-en un.",
    "wrong_card": "Cette carte n’est pas un badge.",
    "removed": "Le badge a été retiré. Recommencez.",
    "wrong_pin": "Ce code PIN n’est pas le bon.",
    "last_try": "Ce code PIN n’est pas le bon. Il reste un essai.",
    "pin_blocked": "Ce badge est bloqué. Voyez avec qui l’a donné.",
    "forged": "Ce badge ne signe pas comme il le devrait.",
}


class CannotSignIn(Exception):
    """The message is one French sentence."""


def sign_in(address: str, pin_of_console: str) -> int:
    """Ask for the PIN, have the badge sign, show the code."""
    from hardware.card.piv import PivCardReader

    try:
        code = code_for(address, pin_of_console, PivCardReader(), getpass.getpass("Code PIN du badge : "))
    except CannotSignIn as error:
        sys.stderr.write(f"{error}\n")
        return REFUSED
    sys.stdout.write(f"Tapez ce code dans la console : {code}\n")
    return 0


def code_for(address: str, fingerprint: str, reader: object, pin: str) -> str:
    """The code that the console gives to the badge in `reader` (a `CardReader`). Raises `CannotSignIn`."""
    from hardware.card.api import CardFailed, CardReader, SignedIn
    from kiosk.mediation.badge_challenge import challenge

    known: CardReader = reader  # type: ignore[assignment]
    wanted = fingerprint.replace(" ", "").replace(":", "").lower()
    given = _post(address, wanted, "/enter/badge/challenge", {})
    nonce = bytes.fromhex(str(given["nonce"]))
    outcome = known.sign_in(challenge(wanted, nonce), pin)
    match outcome:
        case SignedIn(certificate, signature):
            body = {
                "nonce": nonce.hex(),
                "certificate": base64.b64encode(certificate).decode(),
                "signature": base64.b64encode(signature).decode(),
            }
            return str(_post(address, wanted, "/enter/badge/answer", body)["code"])
        case CardFailed(fault):
            raise CannotSignIn(_FAULTS.get(str(fault), "Le badge n’a pas pu être lu."))


def _post(address: str, pin: str, path: str, body: dict[str, str]) -> dict[str, object]:
    from kiosk.console.pinned import AnotherConsole, post_json

    parts = urlsplit(address)
    try:
        _, answer = post_json(parts.hostname or "", parts.port or 8443, pin, path, body, seconds=SECONDS)
    except AnotherConsole as error:
        raise CannotSignIn("Ce n’est pas la bonne console : son empreinte est autre. N’entrez rien.") from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise CannotSignIn("La console ne répond pas.") from error
    if not answer.get("ok"):
        raise CannotSignIn(str(answer.get("sentence", "La console a refusé.")))
    return answer
