"""A failure record says what failed and never who tried."""

import datetime as dt
import re
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.proof.event_code import Event, EventClaims, event_text, make_event_code
from kiosk.proof.failure import LONGEST_WORDS, Failure, FailureKind, failure_digest, without_identity
from kiosk.proof.failure_paper import FailurePaper, render_failure_sheet, render_failure_ticket
from kiosk.proof.keys import KioskKey
from kiosk.proof.model import Verdict
from kiosk.proof.readback import receipt_reads_back, ticket_reads_back
from kiosk.proof.verify import verify_receipt, verify_text
from tests.unit.proof.conftest import ISSUED_AT

FAILURE = Failure(
    FailureKind.PORTAL_DOWN, "ft.bulletins", "Envoyer mes bulletins", "France Travail", ISSUED_AT, 12, "Page blanche."
)


@pytest.mark.parametrize(
    "identity",
    [
        "2 80 03 13 667 050 61",
        "180036613667050",
        "2A03136670506 1",
        "06 12 34 56 78",
        "+33612345678",
        "06.12.34.56.78",
        "04/68/00/00/00",
        "1234567",
        "marie.dupont@exemple.fr",
    ],
)
def test_numbers_and_addresses_are_hidden(identity: str) -> None:
    said = without_identity(f"Le site dit que {identity} est inconnu.")
    assert said == "Le site dit que … est inconnu."


def test_ordinary_words_stay() -> None:
    words = "Erreur 503 trois fois, entre 9 h 10 et 9 h 40, le 24 novembre 2026."
    assert without_identity(words) == words


@given(st.text(max_size=2000))
@example("1" * 900)
@example("a" * 399 + " 123456789")
def test_no_long_number_and_no_address_comes_through(text: str) -> None:
    said = without_identity(text)
    assert len(said) <= LONGEST_WORDS
    assert not re.search(r"\d{6}", said, re.ASCII)
    assert not re.search(r"\S@\S", said)


def test_each_thing_said_changes_the_fingerprint() -> None:
    changed = [
        replace(FAILURE, kind=FailureKind.LOGIN),
        replace(FAILURE, body="CAF"),
        replace(FAILURE, tried_at=ISSUED_AT + dt.timedelta(seconds=1)),
        replace(FAILURE, attempts=11),
        replace(FAILURE, words="Page noire."),
    ]
    assert len({failure_digest(one) for one in (FAILURE, *changed)}) == 6


@pytest.mark.parametrize("kind", list(FailureKind))
def test_papers_of_every_kind_read_back_and_verify(kind: FailureKind, key: KioskKey, echo: str) -> None:
    failure = replace(FAILURE, kind=kind, words="x" * LONGEST_WORDS)
    claims = EventClaims(
        "perpignan-01", 9, ISSUED_AT, Event.IMPOSSIBLE, 9, 0, None, "", failure_digest(failure)[:16], bytes(32)
    )
    paper = FailurePaper(claims, make_event_code(claims, key), failure, "France services", "04", echo)
    text = event_text(paper.code)
    sheet, ticket = render_failure_sheet(paper, key), render_failure_ticket(paper)
    assert receipt_reads_back(sheet, text, [key]) and ticket_reads_back(ticket, text)
    assert verify_receipt(sheet, [], [key]).verdict is Verdict.GENUINE


def test_the_verdict_names_the_record_and_no_receipt(key: KioskKey) -> None:
    claims = EventClaims("perpignan-01", 9, ISSUED_AT, Event.IMPOSSIBLE, 9, 0, None, "", b"", bytes(32))
    sentence = verify_text(event_text(make_event_code(claims, key)), [key]).sentence
    assert "Constat d’impossibilité" in sentence and "sous le n° perpignan-01-000009" in sentence
    assert "reçu n°" not in sentence
