"""Proof: issuing a receipt, its size, verifying it, and durable ledger rows."""

import datetime as dt
import hashlib
import statistics
import tempfile
import time
from pathlib import Path

from kiosk.application.desk import open_desk
from kiosk.proof import qr
from kiosk.proof.checkpoint import log_proof
from kiosk.proof.code import make_proof, proof_text
from kiosk.proof.evidence import Evidence
from kiosk.proof.keys import KioskKey, read_certificates
from kiosk.proof.late_stamp import stamped
from kiosk.proof.log_tree import consistency, consistent, root_at
from kiosk.proof.note import LogKey
from kiosk.proof.receipt import render_receipt
from kiosk.proof.strip import DPI
from kiosk.proof.ticket import CODE_DOTS
from kiosk.proof.verify import verify_receipt
from kiosk.proof.verify_code import verify_text
from kiosk.service.reader import JudgedSheet, inspections, picture_sheet
from kiosk.settings import load_settings
from kiosk.storage.ledger import Ledger
from tests.benchmarks.pages import sheets
from tests.unit.proof.conftest import POSITION, manifest_of
from tests.vectors.outsiders import authority, logged
from tests.vectors.world import ISSUED_AT, kiosk_key

PAGES = 66
ROWS = 3000


def receipt() -> dict[str, float]:
    """Seconds to seal and register 66 pages, then to submit them; size of the receipt; seconds to verify it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        desk = open_desk(load_settings(data_dir=folder / "data", runtime_dir=folder / "run"))
        visit = desk.visits.open("fr", "ft.bulletins")
        data = sheets()[0]
        inspection, _, _ = next(inspections(data, "sheet.jpg"))
        sheet = picture_sheet(inspection)
        start = time.perf_counter()
        for _ in range(PAGES):
            page = desk.visits.accept(visit, data, "image/jpeg", JudgedSheet((), b"", b"", b""))
            page.reading = sheet
        sealed = time.perf_counter() - start
        start = time.perf_counter()
        desk.submissions.submit(visit, (), ())
        issued = time.perf_counter() - start
        paper = desk.submissions.receipt(visit)
        trusted = read_certificates((folder / "data" / "keys" / "kiosk.cert.pem").read_bytes())
        verify_receipt(paper, [], trusted)
        start = time.perf_counter()
        verify_receipt(paper, [], trusted)
        verified = time.perf_counter() - start
        desk.close()
    return {"sealed_s": sealed, "issued_s": issued, "verified_s": verified}


def stamped_kilobytes() -> float:
    """The size of a receipt of 66 pages with everything: commands, checkpoint, a time before it, a late stamp."""
    key, late = kiosk_key("bench"), authority("Horodatage")
    evidence = Evidence(logged(POSITION, ROWS), late.stamp(bytes(32), ISSUED_AT))
    paper = render_receipt(manifest_of(PAGES, issued_at=ISSUED_AT), POSITION, key, {}, evidence)
    return len(stamped(paper, late.at(ISSUED_AT))) / 1000


def code_sizes() -> tuple[float, float]:
    """Bytes of the PROOF of 66 pages under the longest names, and its side on the ticket in whole millimetres."""
    key, when = kiosk_key("bench"), ISSUED_AT
    manifest = manifest_of(PAGES, issued_at=when, kiosk="k" * 16, guide_id="g" * 21)
    proof = make_proof(manifest, POSITION, key)
    modules = len(qr.matrix(proof_text(proof)))
    return len(proof), round(modules * CODE_DOTS / DPI * 25.4)


def ledger() -> dict[str, float]:
    """Durable rows a second, each with its signed checkpoint; seconds for a consistency proof over all of them."""
    key, log_key = KioskKey.generate("bench", dt.datetime.now(dt.UTC)), LogKey.generate("temoin/bench")
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name:
        ledger = Ledger(Path(name) / "ledger.db", key.sign)
        start = time.perf_counter()
        for number in range(ROWS):
            with ledger.append("row", str(number)) as entry:
                entry.position(hashlib.sha256(str(number).encode()).digest())
                log_proof(entry.place(), log_key)
        seconds = time.perf_counter() - start
        tree = ledger.tree()
        old, new = root_at(tree.read, ROWS // 3), root_at(tree.read, ROWS)
        start = time.perf_counter()
        if not consistent(ROWS // 3, old, ROWS, new, consistency(tree.read, ROWS // 3, ROWS)):
            raise AssertionError("the ledger contradicts itself")
        proved = time.perf_counter() - start
        ledger.close()
    return {"microseconds_a_row": 1e6 * seconds / ROWS, "rows_a_second": ROWS / seconds, "consistency_s": proved}


def code_seconds() -> float:
    """Seconds to verify the text of a PROOF code, without the PDF (median)."""
    key, now = KioskKey.generate("bench", dt.datetime.now(dt.UTC)), dt.datetime.now(dt.UTC)
    text = proof_text(make_proof(manifest_of(PAGES, issued_at=now), POSITION, key))
    taken = []
    for _ in range(20):
        start = time.perf_counter()
        verify_text(text, [key])
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)
