"""A visit that stops at every state on its way, so that something can be tried there."""

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from hardware.faults import Device, Fault, clear_faults, set_fault
from kiosk.assets import asset
from kiosk.journey.actions import Action
from kiosk.journey.frames import Tap, encode_tap
from kiosk.journey.views import Frame
from tests.support.running_core import RunningCore, SocketScreen

GOOD = "01-bulletin-2026-01.jpg"
LATER = "04-bulletin-2026-04.jpg"
"""Three months after the good one: two are missing in between."""

BLURRED = "02-bulletin-2026-03-flou.jpg"
SECONDS = 40.0
Wanted = Callable[[Frame], bool]


def at(*screens: str) -> Wanted:
    """One of these screens, with nothing in front of it."""
    return lambda frame: frame.screen.screen in screens and frame.overlay is None


class Walk:
    """A screen of a running core whose scanner finds what `lay` puts on its glass."""

    def __init__(self, core: RunningCore, sheets: Path) -> None:
        self.core = core
        self.screen: SocketScreen = core.screen()
        self._sheets = sheets
        self.pages_safe = 0
        """Accepted and not withdrawn."""
        self.screen.at("standby")

    @property
    def frame(self) -> Frame:
        assert self.screen.frame is not None
        return self.screen.frame

    def lay(self, sheet: str) -> None:
        """Replace the sheet on the glass."""
        draft = self._sheets / "draft"
        shutil.copy(asset("samples", sheet), draft)
        draft.replace(self._sheets / "sheet.jpg")

    def breaks(self, fault: Fault, times: int | None = None) -> None:
        set_fault(self.core.settings.devices_dir, fault.device, fault.name, times=times)

    def heals(self, device: Device | None = None) -> None:
        clear_faults(self.core.settings.devices_dir, device)

    def press(self, action: Action, wanted: Wanted, value: str | None = None) -> Frame:
        """Touch, and touch again where a message from the devices overtook the touch."""
        deadline = time.monotonic() + SECONDS
        while True:
            shown = self.screen.until(lambda frame: action in frame.actions)
            self.screen._link.sendall(encode_tap(Tap(shown.serial, action, value)))
            after = self.screen.until(lambda frame, before=shown: frame.serial > before.serial)  # type: ignore[misc]
            overtaken = after.screen.screen == shown.screen.screen and after.overlay == shown.overlay
            if wanted(after) or not (overtaken and action in after.actions):
                return self.screen.until(wanted, SECONDS)
            assert time.monotonic() < deadline, f"{action} does nothing on {shown.screen.screen}"

    def looks_alive(self) -> None:
        """Open the panel of comfort and close it again: the same screen is there, whatever is broken."""
        before = self.frame.screen.screen
        self.press(Action.OPEN_COMFORT, lambda frame: frame.overlay is not None)
        self.press(Action.CLOSE, at(before))

    def place(self, sheet: str) -> Frame:
        """Lay a sheet and say so."""
        self.lay(sheet)
        return self.press(Action.SHEET_PLACED, at("page_accepted", "page_refused", "trouble"))


def stops(walk: Walk) -> Iterator[str]:
    """Go through a whole visit with two pages, stopping at each screen. Whoever stops leaves by the same screen."""
    yield "standby"
    walk.press(Action.START, at("choose_language"))
    yield "choose_language"
    walk.press(Action.CHOOSE_LANGUAGE, at("home"), "fr")
    yield "home"
    walk.press(Action.CHOOSE_JOB, at("choose_guide"), "send")
    yield "choose_guide"
    walk.press(Action.CHOOSE_GUIDE, at("consent"), "ft.bulletins")
    yield "consent"
    walk.press(Action.AGREE, at("place_sheet"))
    yield "place_sheet"
    assert walk.place(BLURRED).screen.screen == "page_refused"
    yield "page_refused"
    walk.press(Action.RESCAN, at("place_sheet"))
    assert walk.place(GOOD).screen.screen == "page_accepted"
    yield "page_accepted"
    walk.pages_safe = 1
    walk.press(Action.CONTINUE, at("another_sheet"))
    yield "another_sheet"
    walk.press(Action.ADD_SHEET, at("place_sheet"))
    yield "place_sheet"
    assert walk.place(LATER).screen.screen == "page_accepted"
    walk.press(Action.CONTINUE, at("another_sheet"))
    walk.press(Action.THAT_IS_ALL, at("missing_months"))
    yield "missing_months"
    walk.press(Action.DO_NOT_HAVE_IT, at("review"))
    yield "review"
    walk.press(Action.CHANGE, at("change_pages"))
    yield "change_pages"
    walk.press(Action.BACK, at("missing_months"))
    walk.press(Action.DO_NOT_HAVE_IT, at("review"))
    walk.press(Action.SEND, at("receipt"))
    yield "receipt"
    walk.press(Action.RECEIPT_TAKEN, at("goodbye"))
    yield "goodbye"
    walk.press(Action.ALL_TAKEN, at("standby"))


def to_first_sheet(walk: Walk) -> None:
    """The shortest way to where a sheet is laid down."""
    walk.press(Action.START, at("choose_language"))
    walk.press(Action.CHOOSE_LANGUAGE, at("home"), "fr")
    walk.press(Action.CHOOSE_JOB, at("choose_guide"), "send")
    walk.press(Action.CHOOSE_GUIDE, at("consent"), "ft.bulletins")
    walk.press(Action.AGREE, at("place_sheet"))


def to_review(walk: Walk) -> None:
    """The shortest way to the last screen before sending, with one page."""
    to_first_sheet(walk)
    placed = walk.place(GOOD).screen
    assert placed.screen == "page_accepted", placed
    walk.press(Action.CONTINUE, at("another_sheet"))
    walk.press(Action.THAT_IS_ALL, at("review"))
