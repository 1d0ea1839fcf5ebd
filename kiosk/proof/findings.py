"""What every verification ends on, whatever was given: a receipt, a code, a page's proof, a follow-up."""

import datetime as dt
from collections.abc import Iterable, Sequence

from kiosk.proof import sentences
from kiosk.proof.age_format import SEALED_MAGIC
from kiosk.proof.code import ProofClaims, ProofRejected
from kiosk.proof.evidence import Bounds
from kiosk.proof.examination import Examination
from kiosk.proof.keys import Certificate, KioskKey, trust
from kiosk.proof.root import is_root

Anchor = Certificate | KioskKey | bytes
_NOTHING_KNOWN = Bounds()


def kiosks(trusted: Iterable[Anchor]) -> tuple[Sequence[Certificate], str]:
    """The kiosks' own certificates among `trusted`: a root signs no code. Where there are none, also why not."""
    anchors = trust(trusted)
    found = [one for one in anchors if not is_root(one)]
    if found:
        return found, ""
    return found, sentences.CODE_NEEDS_KIOSK if anchors else sentences.NOBODY_TRUSTED


def code_holds(found: ProofClaims | ProofRejected, examination: Examination) -> ProofClaims | None:
    """What the code says, if it is signed."""
    if isinstance(found, ProofRejected):
        examination.fails("code", sentences.REJECTED[found.reason])
        return None
    examination.holds("code", sentences.CODE_HOLDS)
    return found


def valid_then(certificate: Certificate, when: dt.datetime, examination: Examination) -> bool:
    """Whether the certificate covered the time of issue."""
    valid = certificate.valid_at(when)
    (examination.holds if valid else examination.fails)(
        "validity", sentences.WAS_VALID if valid else sentences.WAS_NOT_VALID
    )
    return valid


def page_is_sealed(number: int, page: bytes, examination: Examination) -> bool:
    """Whether the file given as `number` is one that must be opened first."""
    sealed = page.startswith(SEALED_MAGIC)
    if sealed:
        examination.leaves_open(f"page {number}", sentences.PAGE_SEALED, number=number)
    return sealed


def remarks(
    certificate: Certificate,
    not_proved: str,
    now: dt.datetime | None,
    examination: Examination,
    *,
    only_code: bool = False,
    known: Bounds = _NOTHING_KNOWN,
) -> None:
    """What the verdict does not cover. None of it can be judged here; `not_proved` is a sentence in its language."""
    if now is not None and now > certificate.valid_until:
        examination.leaves_open("expiry", sentences.HAS_EXPIRED)
        if known.until is None:
            examination.leaves_open("stamp", sentences.EXPIRED_UNSTAMPED)
    if only_code:
        examination.leaves_open("paper", sentences.ONLY_THE_CODE)
    certified = known.since is not None or known.until is not None
    examination.leaves_open("clock", sentences.CLOCK_PARTLY_PROVED if certified else sentences.CLOCK_NOT_PROVED)
    examination.leaves_open_as_said("body", not_proved)
