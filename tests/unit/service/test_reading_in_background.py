"""The visitor goes on while pages are read: a verdict waits for no reading, and every page is read in the end."""

import asyncio
import os
import signal
from pathlib import Path
from random import Random

import cv2
import pytest

from kiosk.pages.model import Image
from kiosk.settings import load_settings
from tests.generator import captures
from tests.generator.layouts import LAYOUTS
from tests.generator.payslip import draw_payslip
from tests.support.scanned_case import Case, opened_case

SHEETS = 3


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pile")
    for number in range(SHEETS):
        sheet: Image = LAYOUTS["light"](draw_payslip(Random(number))).pages(200)[0]
        cv2.imwrite(str(folder / f"{number}.jpg"), captures.flatbed(sheet, Random(number)))
    return folder


def test_a_reader_that_stands_still_keeps_nobody_waiting(sheets: Path, tmp_path: Path) -> None:
    asyncio.run(_scanned_beside_a_frozen_reader(sheets, tmp_path))


async def _scanned_beside_a_frozen_reader(sheets: Path, folder: Path) -> None:
    settings = load_settings(
        data_dir=folder / "data",
        runtime_dir=folder / "run",
        scanner_folder=sheets,
        scanner_seconds=0.0,
        scanner_dpi=200,
    )
    async with opened_case(settings) as case:
        pid = await case.reader_pid()
        os.kill(pid, signal.SIGSTOP)
        try:
            for _ in range(SHEETS):
                await case.scan()
            assert (case.accepted(), case.read()) == (SHEETS, 0)
        finally:
            os.kill(pid, signal.SIGCONT)
        await case.scanning.all_read(100)
        assert case.read() == SHEETS
        assert {page.reading.kind for page in case.visit.pages if page.reading} == {"payslip"}
        assert all(_is_sealed(case, page.id) for page in case.visit.pages)


def _is_sealed(case: Case, page_id: str) -> bool:
    names = case.desk.vault.names(case.visit.id)
    return {f"{page_id}.scan.age", f"{page_id}.page.pdf.age"} <= set(names)
