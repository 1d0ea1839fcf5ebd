"""The receipt never counts a page that the bundle does not hold."""

import asyncio
import datetime as dt

import pytest

from kiosk.service.core import Core
from kiosk.service.effects import Effects
from kiosk.service.live import LivePage, LiveVisit
from kiosk.service.reader import ReadSheet
from tests.journeys.conftest import RULES

NOW = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
SHEET = ReadSheet("other", 0.0, 0, {}, (), b"%PDF", b"", b"")


class Readings:
    """Reads a page again, or cannot."""

    def __init__(self, sheet):
        self.sheet = sheet
        self.asked = []

    async def all_read(self, seconds):
        assert seconds > 0

    def read_in_background(self, _visit, page, scan):
        self.asked.append((page.id, scan))
        page.reading = self.sheet


class Scans:
    def scan_of(self, _visit, page):
        return b"scan of " + page.id.encode()


@pytest.mark.parametrize(("sheet", "whole"), [(SHEET, True), (None, False)])
def test_a_page_without_its_picture_is_opened_again_before_sending(sheet, whole):
    pages = [LivePage(name, b"", b"", "image/jpeg", 1, (), NOW) for name in ("read", "unread")]
    pages[0].reading = SHEET
    visit = LiveVisit("v", "fr", "ft.bulletins", "age1", None, NOW, pages=pages)
    readings = Readings(sheet)
    effects = Effects(Core(RULES), Scans(), None, readings, None, None, None, None, None)
    assert asyncio.run(effects._every_page_is_in_hand(visit)) is whole
    assert readings.asked == [("unread", b"scan of unread")]
