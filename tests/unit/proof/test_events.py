"""The code and papers of an event: short, read back, and never taken for something else."""

import dataclasses
import datetime as dt
import random

import pytest

from kiosk.proof import qr
from kiosk.proof.code import make_proof, proof_text, read_proof
from kiosk.proof.event_code import Event, EventClaims, event_text, make_event_code, read_event
from kiosk.proof.event_paper import EventPaper, render_event_sheet, render_event_ticket
from kiosk.proof.keys import KioskKey
from kiosk.proof.model import Manifest, Verdict
from kiosk.proof.readback import receipt_reads_back, ticket_reads_back
from kiosk.proof.verify import verify_receipt
from kiosk.proof.verify_code import verify_text
from kiosk.proof.verify_picture import verify_picture
from tests.unit.proof.conftest import ISSUED_AT, POSITION

CLAIMS = EventClaims(
    "perpignan-01", 57, ISSUED_AT, Event.COUNTED, 42, 66, 7, "FT-2026-889", bytes(range(16)), bytes(range(32))
)


def paper(key: KioskKey, claims: EventClaims = CLAIMS, language: str = "fr") -> EventPaper:
    code = make_event_code(claims, key)
    return EventPaper(claims, code, "France services", "05", "France Travail", "Mes bulletins", language, ISSUED_AT)


def test_what_was_noted_is_read_again(key: KioskKey) -> None:
    for event in Event:
        claims = dataclasses.replace(CLAIMS, event=event, counted=None, artefact=b"")
        found = read_event(event_text(make_event_code(claims, key)), [key.certificate])
        assert found == (claims, key.certificate)


def test_the_longest_code_fits_the_paper(key: KioskKey) -> None:
    claims = dataclasses.replace(CLAIMS, kiosk="k" * 16, sequence=10**9, reference="é" * 60, receipt=10**9, pages=99999)
    code = make_event_code(claims, key)
    assert len(code) <= 240 and len(qr.matrix(event_text(code))) <= 61


def test_no_changed_byte_is_genuine(key: KioskKey) -> None:
    code = make_event_code(CLAIMS, key)
    for place in range(len(code)):
        for bit in (0, 7):
            changed = bytearray(code)
            changed[place] ^= 1 << bit
            assert verify_text(event_text(bytes(changed)), [key]).verdict is not Verdict.GENUINE


def test_an_event_is_no_receipt_and_a_receipt_no_event(manifest: Manifest, key: KioskKey) -> None:
    event, proof = make_event_code(CLAIMS, key), make_proof(manifest, POSITION, key)
    assert not hasattr(read_proof(proof_text(event), [key.certificate]), "pages")
    assert not isinstance(read_event(event_text(proof), [key.certificate]), tuple)
    assert verify_text(proof_text(event), [key]).verdict is Verdict.ALTERED
    assert verify_text(event_text(proof), [key]).verdict is Verdict.ALTERED


def test_the_verdict_says_all_that_the_code_says(key: KioskKey) -> None:
    report = verify_text(event_text(make_event_code(CLAIMS, key)), [key], ISSUED_AT + dt.timedelta(days=9000))
    assert report.verdict is Verdict.GENUINE
    for said in (
        "Pages comptées",
        "perpignan-01-000042",
        "7 pages comptées sur 66",
        "FT-2026-889",
        "14\u00a0h\u00a005",
    ):
        assert said in report.sentence
    assert any("expiré" in check.sentence for check in report.checks)
    stranger = KioskKey.generate("perpignan-01", ISSUED_AT)
    assert verify_text(event_text(make_event_code(CLAIMS, stranger)), [key]).verdict is Verdict.ALTERED
    late = dataclasses.replace(CLAIMS, at=ISSUED_AT + dt.timedelta(days=9000))
    assert verify_text(event_text(make_event_code(late, key)), [key]).verdict is Verdict.ALTERED


def test_both_papers_are_read_back_and_genuine(key: KioskKey) -> None:
    event = paper(key)
    ticket, sheet, text = render_event_ticket(event), render_event_sheet(event, key), event_text(event.code)
    assert ticket_reads_back(ticket, text) and receipt_reads_back(sheet, text, [key])
    assert verify_picture(ticket, [key]).verdict is Verdict.GENUINE
    assert verify_receipt(sheet, [], [key]).verdict is Verdict.GENUINE
    assert verify_receipt(sheet, [b"page"], [key]).verdict is Verdict.UNUSABLE
    assert len(sheet) < 60_000
    again = render_event_ticket(event, ISSUED_AT + dt.timedelta(days=2))
    assert ticket_reads_back(again, text) and qr.open_picture(again).height > qr.open_picture(ticket).height


def test_a_changed_sheet_is_never_genuine(key: KioskKey) -> None:
    sheet, draw = render_event_sheet(paper(key), key), random.Random(5)
    for _ in range(60):
        changed = bytearray(sheet)
        changed[draw.randrange(len(changed))] ^= 1 << draw.randrange(8)
        assert verify_receipt(bytes(changed), [], [key]).verdict is not Verdict.GENUINE


@pytest.mark.parametrize("event", list(Event))
def test_every_event_in_two_languages(event: Event, key: KioskKey, echo: str) -> None:
    claims = dataclasses.replace(CLAIMS, event=event, counted=None)
    french, both = paper(key, claims), paper(key, claims, echo)
    text = event_text(both.code)
    assert ticket_reads_back(render_event_ticket(both), text)
    assert qr.open_picture(render_event_ticket(both)).height > qr.open_picture(render_event_ticket(french)).height
    assert receipt_reads_back(render_event_sheet(both, key), text, [key])
