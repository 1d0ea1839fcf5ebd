"""Proof: issuing a receipt, its size, verifying it, and durable ledger rows."""

import tempfile
import time
from pathlib import Path

from kiosk.application import open_desk
from kiosk.proof.keys import read_certificates
from kiosk.proof.verify import verify_receipt
from kiosk.service.reader import JudgedSheet, inspections, picture_sheet
from kiosk.settings import load_settings
from tests.benchmarks.pages import sheets

PAGES = 66
ROWS = 500


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
    return {"sealed_s": sealed, "issued_s": issued, "kilobytes": len(paper) / 1000, "verified_s": verified}
