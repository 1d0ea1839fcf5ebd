"""Receipts stamped after their signature: still genuine, still strict to the byte, and judged at the stamped time."""

import datetime as dt
import io
import random
import re
import socket
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from asn1crypto import x509 as asn1_x509
from cryptography.hazmat.primitives import serialization
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature, validate_pdf_timestamp
from pyhanko_certvalidator import ValidationContext

from kiosk.proof import log_tree
from kiosk.proof.checkpoint import log_proof
from kiosk.proof.evidence import Evidence
from kiosk.proof.keys import KioskKey
from kiosk.proof.late_stamp import MOST_STAMPS, CannotStamp, signed_part, stamped
from kiosk.proof.model import LedgerPosition, Verdict, VerificationReport
from kiosk.proof.note import LogKey
from kiosk.proof.receipt import render_receipt
from kiosk.proof.ticket import render_ticket
from kiosk.proof.timestamp import BadToken, Token
from kiosk.proof.timestamp_query import accept_response, request
from kiosk.proof.verify import attested_by, verify_receipt
from tests.support.authority import OPENSSL, Authority, new_authority
from tests.unit.proof.conftest import POSITION, manifest_of, page_bytes

NOW = dt.datetime.now(dt.UTC).replace(microsecond=0)
LATER = NOW + dt.timedelta(days=20 * 365)
Fetch = Callable[[bytes], Token]


def fetching(authority: Authority) -> Fetch:
    return lambda digest: accept_response(authority.reply(request(digest, 7)), digest, 7)


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return new_authority(tmp_path_factory.mktemp("authority"), "ec")


@pytest.fixture(scope="module")
def kiosk() -> KioskKey:
    return KioskKey.generate("perpignan-01", NOW - dt.timedelta(days=30))


@pytest.fixture(scope="module")
def evidence(authority: Authority) -> Evidence:
    frontier = log_tree.Frontier()
    for number in range(POSITION.sequence - 1):
        frontier.append(log_tree.leaf_hash(bytes([number])))
    place = frontier.grown_by(log_tree.leaf_hash(POSITION.head))
    return Evidence(log_proof(place, LogKey.generate("temoin/perpignan-01")), fetching(authority)(bytes(32)))


@pytest.fixture(scope="module")
def issued(kiosk: KioskKey, evidence: Evidence) -> bytes:
    return render_receipt(manifest_of(2, issued_at=NOW), POSITION, kiosk, {}, evidence)


@pytest.fixture(scope="module")
def late(issued: bytes, authority: Authority) -> bytes:
    return stamped(issued, fetching(authority))


def verdict(pdf: bytes, kiosk: KioskKey, *authorities: Authority, now: dt.datetime | None = None) -> VerificationReport:
    return verify_receipt(pdf, [], [kiosk], now, authorities=[one.root for one in authorities])


def told(report: VerificationReport, name: str) -> list[bool | None]:
    return [check.passed for check in report.checks if check.name == name]


def test_a_stamped_receipt_is_between_two_times(
    issued: bytes, late: bytes, kiosk: KioskKey, authority: Authority
) -> None:
    before = verdict(issued, kiosk, authority)
    assert (before.verdict, before.until) == (Verdict.GENUINE, None)
    assert before.since is not None
    report = verdict(late, kiosk, authority)
    assert report.verdict is Verdict.GENUINE
    assert report.since is not None and report.until is not None
    assert NOW - dt.timedelta(minutes=2) < report.since <= report.until
    assert "Établi entre le" in report.sentence
    assert told(report, "time") == [True]
    assert told(report, "log") == [True]
    assert late.startswith(issued) and signed_part(late) == issued


def test_an_authority_nobody_knows_is_told_and_not_believed(
    late: bytes, kiosk: KioskKey, authority: Authority, tmp_path: Path
) -> None:
    for others in ([], [new_authority(tmp_path / "stranger")]):
        report = verdict(late, kiosk, *others)
        assert report.verdict is Verdict.GENUINE
        assert (report.since, report.until) == (None, None)
        assert told(report, "authority") == [None, None]
        assert "Établi" not in report.sentence


def test_twenty_years_later_without_network_all_expired(
    late: bytes, issued: bytes, kiosk: KioskKey, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert kiosk.certificate.valid_until < LATER
    assert max(authority.root.not_valid_after_utc, authority.certificate.not_valid_after_utc) < LATER
    report = verify_receipt(late, [page_bytes(1)], [kiosk], LATER, authorities=[authority.root])
    assert report.verdict is Verdict.GENUINE
    assert report.since is not None and report.until is not None
    assert told(report, "expiry") == [None]
    assert told(report, "authority") == [None, None]
    assert told(report, "stamp") == []
    unstamped = verdict(issued, kiosk, authority, now=LATER)
    assert unstamped.verdict is Verdict.GENUINE
    assert told(unstamped, "stamp") == [None], "without a stamp, an expired certificate is not shown to be older"


def test_every_single_byte_counts_after_a_late_stamp(late: bytes, kiosk: KioskKey, authority: Authority) -> None:
    """Each byte of what was appended changed in turn, and a sample of the rest: never genuine, never unusable."""
    start = len(signed_part(late))
    changed, source = bytearray(late), random.Random(5)
    first = late.index(b"/Contents <", start) + len(b"/Contents <")
    padding = first + len(late[first : late.index(b">", first)].rstrip(b"0"))
    behind = late.index(b">", first)
    places = [*range(start, padding), *range(padding, behind, 23), *range(behind, len(late)), *range(0, start, 97)]
    for place in places:
        flip = 1 << source.randrange(8)
        changed[place] ^= flip
        assert verdict(bytes(changed), kiosk, authority).verdict is Verdict.ALTERED, (place, flip)
        changed[place] ^= flip
    assert verdict(bytes(changed), kiosk, authority).verdict is Verdict.GENUINE


def test_the_gap_of_a_late_stamp_has_one_form(late: bytes, kiosk: KioskKey, authority: Authority) -> None:
    start = late.index(b"/Contents <", len(signed_part(late))) + len(b"/Contents <")
    end = late.index(b">", start)
    changed = bytearray(late)
    for place in (*range(start - 1, end, 29), end - 1, end):
        original = changed[place]
        for other in {*b"0aF \n>", original ^ 0x20} - {original}:
            changed[place] = other
            assert verdict(bytes(changed), kiosk, authority).verdict is Verdict.ALTERED, (place, other)
        changed[place] = original
    lower = late[:start] + late[start:end].lower() + late[end:]
    assert verdict(lower, kiosk, authority).verdict is Verdict.ALTERED


def test_nothing_but_a_stamp_may_follow(issued: bytes, late: bytes, kiosk: KioskKey, authority: Authority) -> None:
    xref = late.rfind(b"xref\n", 0, late.rfind(b"startxref"))
    revision = b"\n4 0 obj\n<< /Type /Page >>\nendobj\n" + late[xref:]
    for added in (b"\n", b" ", b"%%EOF\n", b"\0" * 64, revision, late[len(issued) :]):
        assert verdict(late + added, kiosk, authority).verdict is Verdict.ALTERED
    for cut in (1, 2, 100, len(late) - len(issued) - 1):
        assert verdict(late[:-cut], kiosk, authority).verdict is Verdict.ALTERED
    # What was there before the stamp is what the kiosk signed: it is genuine without it.
    assert verdict(late[: len(issued)], kiosk, authority).verdict is Verdict.GENUINE


def test_a_revision_that_shows_something_is_refused_under_a_real_stamp(
    issued: bytes, kiosk: KioskKey, authority: Authority
) -> None:
    """A forger with an authority of his own, or the real one: what is stamped may not change a page."""
    honest = stamped(issued, fetching(authority))
    tail = honest[len(issued) :]
    for old, new in ((b"/F 132\n", b"/F   4\n"), (b"/Rect [ 0 0 0 0 ]", b"/Rect [ 0 0 9 9 ]"), (b"/Lang", b"/Lang")):
        forged = issued + tail.replace(old, new)
        token = _restamped(forged, len(issued), authority)
        assert verdict(token, kiosk, authority).verdict is (Verdict.ALTERED if old != new else Verdict.GENUINE)


def _restamped(pdf: bytes, start: int, authority: Authority) -> bytes:
    """`pdf` with a fresh real token over its own bytes in the last gap."""
    import hashlib

    opening = pdf.index(b"/Contents <", start) + len(b"/Contents ")
    end = pdf.index(b">", opening) + 1
    token = fetching(authority)(hashlib.sha256(pdf[:opening] + pdf[end:]).digest())
    digits = token.der.hex().upper().encode().ljust(end - opening - 2, b"0")
    return pdf[:opening] + b"<" + digits + b">" + pdf[end:]


def test_the_stamp_of_another_receipt_is_refused(
    issued: bytes, late: bytes, kiosk: KioskKey, authority: Authority
) -> None:
    other = render_receipt(manifest_of(2, issued_at=NOW, body="CAF"), POSITION, kiosk, {})
    for pdf in (issued, other):
        foreign = stamped(other, fetching(authority))[len(other) :]
        moved = pdf + (foreign if pdf is issued else late[len(issued) :])
        assert verdict(moved, kiosk, authority).verdict is Verdict.ALTERED
    with pytest.raises(BadToken):
        stamped(issued, lambda _: fetching(authority)(bytes(32)))


def test_renewed_stamps_keep_the_first_time(late: bytes, kiosk: KioskKey, authority: Authority, tmp_path: Path) -> None:
    """A second authority, years later, takes over before the first one's certificate ends."""
    second = new_authority(tmp_path / "second", "rsa", "Seconde autorité")
    both = stamped(late, fetching(second))
    attested = attested_by(both, [kiosk])
    assert attested is not None
    assert [stamp.name for stamp in attested.stamps] == ["Autorité d’essai", "Seconde autorité"]
    assert verdict(both, kiosk, authority, second).until == attested.stamps[0].time
    assert verdict(both, kiosk, second).until == attested.stamps[1].time
    place = len(late) + 300
    changed = both[:place] + bytes([both[place] ^ 1]) + both[place + 1 :]
    assert verdict(changed, kiosk, authority).verdict is Verdict.ALTERED


def test_there_is_an_end_to_stamps(issued: bytes, kiosk: KioskKey, authority: Authority) -> None:
    many = issued
    for _ in range(MOST_STAMPS):
        many = stamped(many, fetching(authority))
    assert verdict(many, kiosk, authority).verdict is Verdict.GENUINE
    assert verdict(stamped(many, fetching(authority)), kiosk, authority).verdict is Verdict.ALTERED


def test_what_is_no_receipt_is_not_stamped(authority: Authority) -> None:
    for data in (b"", b"%PDF-1.7\n%%EOF\n", b"startxref\n0\n%%EOF\n"):
        with pytest.raises(CannotStamp):
            stamped(data, fetching(authority))


@pytest.mark.parametrize("behind", [True, False])
def test_a_wrong_clock_is_told(behind: bool, kiosk: KioskKey, authority: Authority, evidence: Evidence) -> None:
    issued_at = NOW + dt.timedelta(hours=-3 if behind else 3)
    pdf = render_receipt(manifest_of(1, issued_at=issued_at), POSITION, kiosk, {}, evidence)
    report = verdict(stamped(pdf, fetching(authority)), kiosk, authority)
    assert report.verdict is Verdict.GENUINE
    clock = [check.sentence for check in report.checks if check.name == "clock"]
    assert any(("retardait" if behind else "avançait") in sentence for sentence in clock)


def test_pyhanko_and_poppler_say_the_same(late: bytes, kiosk: KioskKey, authority: Authority, tmp_path: Path) -> None:
    der = serialization.Encoding.DER
    roots = [asn1_x509.Certificate.load(one) for one in (authority.root.public_bytes(der), kiosk.certificate_der)]
    reader = PdfFileReader(io.BytesIO(late))
    (signature,), (stamp,) = reader.embedded_regular_signatures, reader.embedded_timestamp_signatures
    signed = validate_pdf_signature(signature, ValidationContext(trust_roots=roots))
    assert signed.bottom_line and signed.docmdp_ok
    assert signed.modification_level.name == "LTA_UPDATES"
    stamped_status = validate_pdf_timestamp(stamp, ValidationContext(trust_roots=roots))
    assert stamped_status.valid and stamped_status.trusted and stamped_status.intact
    (tmp_path / "late.pdf").write_bytes(late)
    said = subprocess.run(["/usr/bin/pdfsig", "late.pdf"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "Signature is Valid" in said.stdout


def test_openssl_verifies_the_late_stamp(late: bytes, authority: Authority, tmp_path: Path) -> None:
    """What the paper tells a stranger to do: the two ranges, and the token between them."""
    found = re.search(rb"/ByteRange \[0 (\d+) (\d+) (\d+)\]", late[len(signed_part(late)) :])
    assert found
    start, end, rest = (int(number) for number in found.groups())
    gap = bytes.fromhex(late[start + 1 : end - 1].decode())
    token = gap[: 4 + int.from_bytes(gap[2:4], "big")]
    (tmp_path / "token.der").write_bytes(token)
    (tmp_path / "data").write_bytes(late[:start] + late[end : end + rest])
    (tmp_path / "root.pem").write_bytes(authority.root_pem)
    done = subprocess.run(
        [OPENSSL, "ts", "-verify", "-data", "data", "-in", "token.der", "-token_in", "-CAfile", "root.pem"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Verification: OK" in done.stdout + done.stderr


@pytest.mark.parametrize("wrong", ["sequence", "head"])
def test_the_log_proof_of_another_row_is_refused(wrong: str, kiosk: KioskKey, evidence: Evidence) -> None:
    position = LedgerPosition(41, POSITION.head) if wrong == "sequence" else LedgerPosition(42, bytes(32))
    pdf = render_receipt(manifest_of(1, issued_at=NOW), position, kiosk, {}, evidence)
    report = verdict(pdf, kiosk)
    assert report.verdict is Verdict.ALTERED
    assert told(report, "log") == [False]


def test_the_paper_says_what_is_known(issued: bytes, evidence: Evidence, tmp_path: Path, kiosk: KioskKey) -> None:
    (tmp_path / "receipt.pdf").write_bytes(issued)
    subprocess.run(["/usr/bin/pdftotext", "-layout", "receipt.pdf"], cwd=tmp_path, check=True)
    text = " ".join((tmp_path / "receipt.txt").read_text().split())
    assert evidence.log is not None
    assert f"Journal temoin/perpignan-01\u00a0: {POSITION.sequence} lignes" in text or "Journal temoin" in text
    assert evidence.log.checkpoint.root.hex()[:4] in text
    assert "certifie qu’il est établi après le" in text
    manifest = manifest_of(1, issued_at=NOW)
    assert render_ticket(manifest, POSITION, b"x", evidence=evidence) != render_ticket(manifest, POSITION, b"x")
