"""What a trainer lays on the simulated glass, and the badge that goes into the simulated reader."""

import datetime as dt
import io
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.settings import Settings

GLASSES = ("empty", "dusty", "test", "sheets")
BADGES = ("in", "out")
NAME = "Camille Exemple"
PIN = "123456"
POINTS_PER_INCH = 72


def lay_on_glass(settings: "Settings", what: str) -> bool:
    """Lay it down; False when there is no test sheet yet. `sheets` goes back to the pile of pages."""
    from hardware.dock.lid import empty_glass
    from hardware.scanner.simulated import GLASS
    from hardware.simulation import write_whole

    place = settings.devices_dir / GLASS
    if what == "sheets":
        place.unlink(missing_ok=True)
        return True
    picture = _test_sheet(settings) if what == "test" else empty_glass(settings.scanner_dpi, dusty=what == "dusty")
    if picture is None:
        return False
    place.parent.mkdir(parents=True, exist_ok=True)
    write_whole(place, picture)
    return True


def move_badge(settings: "Settings", where: str) -> None:
    """Put a training badge into the simulated reader, or take it out."""
    from hardware.card import simulated
    from hardware.dock.badge_maker import lay_down, new_authority, new_badge

    if where == "out":
        for name in (simulated.CERTIFICATE, simulated.KEY, simulated.PIN):
            (settings.badge_dir / name).unlink(missing_ok=True)
        return
    now = dt.datetime.now(dt.UTC)
    authority = new_authority(now)
    settings.badge_authority_dir.mkdir(parents=True, exist_ok=True)
    (settings.badge_authority_dir / "essai.der").write_bytes(authority.der)
    lay_down(new_badge(authority, now, NAME), settings.badge_dir, PIN)


def _test_sheet(settings: "Settings") -> bytes | None:
    """The last printed test sheet as the scanner would see it."""
    sheets = sorted(Path(settings.prints_dir).glob("essai-*.pdf"))
    if not sheets:
        return None
    import pypdfium2

    document = pypdfium2.PdfDocument(sheets[-1])
    try:
        image = document[0].render(scale=settings.scanner_dpi / POINTS_PER_INCH).to_pil()
    finally:
        document.close()
    stream = io.BytesIO()
    image.convert("L").save(stream, "PNG", compress_level=1)
    return stream.getvalue()
