"""A kiosk, what it was handed, and the receipt it issued."""

import datetime as dt
import gettext
import hashlib
import random

import pytest

from kiosk.proof.keys import KioskKey
from kiosk.proof.model import LedgerPosition, Manifest, PageEntry, ProofLevel
from kiosk.proof.receipt import render_receipt

ISSUED_AT = dt.datetime(2026, 11, 22, 14, 5, 33, tzinfo=dt.timezone(dt.timedelta(hours=1)))
POSITION = LedgerPosition(42, hashlib.sha256(b"head").digest())
MONTHS = ("janvier", "mars", "avril")


def page_bytes(number: int) -> bytes:
    """The file of a page, as scanned."""
    return f"page {number} ".encode() * 40


def manifest_of(count: int, language: str = "fr", **changes: object) -> Manifest:
    """A submission of `count` payslips to France Travail, February missing."""
    source = random.Random(count)
    pages = tuple(
        PageEntry(
            number=number,
            digest=hashlib.sha256(page_bytes(number)).digest(),
            salt=source.randbytes(32),
            media_type="image/jpeg",
            length=len(page_bytes(number)),
            label=f"Bulletin de salaire · {MONTHS[number % 3]} 2026",
            doubts=("blurred",) if number == 2 else (),
        )
        for number in range(1, count + 1)
    )
    values: dict[str, object] = {
        "kiosk": "perpignan-01",
        "site": "France services Perpignan",
        "submission_id": "5f1c0a",
        "guide_id": "ft.bulletins",
        "guide_version": "2026.11.1",
        "guide_title": "Envoyer mes bulletins de salaire",
        "body": "France Travail",
        "channel": "desk",
        "language": language,
        "issued_at": ISSUED_AT,
        "clock_source": "réseau (NTP)",
        "level": ProofLevel.SENT,
        "pages": pages,
        "missing": ("février 2026",),
        "deadline_notes": ("L’actualisation se fait du 28 au 15 du mois suivant.",),
        "remedies": ("Vous pouvez saisir le médiateur, avant deux mois.",),
        "keep_until": dt.date(2027, 12, 22),
    }
    return Manifest(**(values | changes))  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def key() -> KioskKey:
    return KioskKey.generate("perpignan-01", ISSUED_AT)


@pytest.fixture(scope="session")
def manifest() -> Manifest:
    return manifest_of(3)


@pytest.fixture(scope="session")
def receipt(manifest: Manifest, key: KioskKey) -> bytes:
    return render_receipt(manifest, POSITION, key, {})


class Echo(gettext.NullTranslations):
    """A language in which every French sentence is said in angle brackets."""

    def gettext(self, message: str) -> str:
        return f"<{message}>"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


@pytest.fixture
def echo(monkeypatch: pytest.MonkeyPatch) -> str:
    """The code of a language that is translated, whatever the catalogues hold."""
    french = gettext.NullTranslations()
    monkeypatch.setattr("kiosk.words.translations", lambda language: Echo() if language == "en" else french)
    return "en"
