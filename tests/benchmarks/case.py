"""A case of 66 sheets: read while they are scanned, a verdict on each at once, nothing blocked."""

import asyncio
import tempfile
import time
from pathlib import Path

from kiosk.assets import asset
from kiosk.settings import load_settings
from tests.support.scanned_case import opened_case, pile

PAGES = 66
SECONDS_PER_SHEET = 2.0
"""Of a feeder of 30 sheets a minute."""


def scanned() -> dict[str, float]:
    """Seconds to the slowest verdict, longest block of the core, seconds that reading went on after the last sheet."""
    return asyncio.run(_scanned())


async def _scanned() -> dict[str, float]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        good = [asset("samples", f"{one}.jpg") for one in ("01-bulletin-2026-01", "03-bulletin-2026-03")]
        settings = load_settings(
            data_dir=folder / "data",
            runtime_dir=folder / "run",
            scanner_folder=pile(folder / "pile", [*good, asset("samples", "04-bulletin-2026-04.jpg")]),
            scanner_seconds=SECONDS_PER_SHEET,
        )
        async with opened_case(settings) as case:
            await case.reader_pid()
            case.longest_block = 0.0
            for _ in range(PAGES):
                await case.scan()
            over = time.monotonic()
            await case.scanning.all_read(600)
            return {
                "verdict_s": max(case.verdict_seconds),
                "block_ms": case.longest_block * 1000,
                "after_s": time.monotonic() - over,
                "read": float(case.read()),
            }
