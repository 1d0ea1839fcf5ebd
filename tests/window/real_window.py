"""The kiosk in a real X window, worked from outside: by a mouse, by keys, and by what is heard of it."""

import contextlib
import os
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PIL import Image, ImageGrab

from kiosk.journey.actions import Action
from kiosk.journey.views import Frame
from kiosk.screens.gallery.studio import Studio
from tests.support.running_core import RunningCore, SocketScreen
from tests.window.next_visitor import alike, held_selections, of_nobody, still_parts

WIDTH, HEIGHT = 1280, 800
PATIENCE = 8.0
"""Seconds for a word to be heard, or the window to be drawn."""
PRESS_AGAIN = 3.0
"""Seconds for a press to show before it is made again."""
LOOKED_AT = 0.6
"""Seconds before a new screen is pressed: it takes nothing sooner, so that no double tap falls on it."""
TOUCH_SECONDS = 0.01
SWITCH_SECONDS = 0.65
"""A light that goes on faster than in service."""
SURE = 0.3
"""Seconds without another word before what was heard is taken for where the keys are."""
LONGEST = 270.0
STEPS_ON = ("Tab", "Right", "Down", "Tab", "Tab")
RING_PIXELS, NEAR, RING_SURE = 10, 40, 0.9
"""Where the ring is looked for above a button, how far a colour may be off, and how much of the line must be there."""
END_OF_UTTERANCE = "\036"
MOUTH = """#!/bin/sh
exec cat
"""
"""Stands where espeak-ng would: its sound is the text itself."""
EAR = """#!/bin/sh
text=$(cat)
printf '%s\\036' "$text" >> "$KIOSK_TEST_EAR"
"""
"""Stands where the loudspeaker would, and writes down what it is given to play."""

WISHES: dict[str, tuple[Action, str | None]] = {
    "standby": (Action.START, None),
    "choose_language": (Action.CHOOSE_LANGUAGE, "fr"),
    "home": (Action.CHOOSE_JOB, "send"),
    "choose_guide": (Action.CHOOSE_GUIDE, "ft.bulletins"),
    "consent": (Action.AGREE, None),
    "place_sheet": (Action.SHEET_PLACED, None),
    "page_accepted": (Action.CONTINUE, None),
    "page_refused": (Action.KEEP_ANYWAY, None),
    "another_sheet": (Action.THAT_IS_ALL, None),
    "missing_months": (Action.DO_NOT_HAVE_IT, None),
    "review": (Action.SEND, None),
    "receipt": (Action.RECEIPT_TAKEN, None),
    "goodbye": (Action.ALL_TAKEN, None),
    "trouble": (Action.TRY_AGAIN, None),
}
"""The shortest way through a visit; whoever strays by a wrong press finds back."""
FALLBACKS = (Action.CLOSE, Action.STILL_HERE, Action.SHARE_NO, Action.BACK, Action.REFUSE, Action.DONE)


def wish(frame: Frame) -> tuple[Action, str | None] | None:
    """What a visitor wants to press now; None while the machine works."""
    wanted = WISHES.get(frame.screen.screen) if frame.overlay is None else None
    if wanted is not None and wanted[0] in frame.actions:
        return wanted
    if wanted is not None:
        return None
    return next(((action, None) for action in FALLBACKS if action in frame.actions), None)


@dataclass
class RealWindow:
    """`studio` lays the same frames out, to know where a finger must go and what a button says."""

    core: RunningCore
    witness: SocketScreen
    studio: Studio
    display: str
    ear: Path
    process: subprocess.Popen[bytes]
    rested: int = 0
    """How many returns to standby were looked at."""
    _came_at: float = field(default_factory=time.monotonic)
    """When the frame in front came."""
    _first: tuple[Frame, Image.Image] | None = field(default=None, repr=False)

    @property
    def frame(self) -> Frame:
        assert self.witness.frame is not None
        return self.witness.frame

    def do(self, *arguments: object) -> None:
        """xdotool, with real X events."""
        subprocess.run(
            ["xdotool", *map(str, arguments)], env={**os.environ, "DISPLAY": self.display}, check=True, timeout=60
        )

    def catch_up(self, seconds: float = 0.05) -> None:
        """Read every frame that has come."""
        with contextlib.suppress(TimeoutError):
            while True:
                frame = self.witness.next(seconds)
                self._came_at = time.monotonic()
                if frame.screen.screen == "standby" and self._first is not None:
                    assert of_nobody(frame) == self._first[0], "a frame of somebody at standby"

    def nobody_was_here(self) -> None:
        """At standby, what the window shows and offers is what it was before the first visitor."""
        frame = self.frame
        if frame.screen.screen != "standby" or frame.overlay is not None or frame.help is not None:
            return
        self.studio.show(frame)
        view = self.studio.app.stage.view
        if self._first is None:
            drawn = still_parts(self.studio.picture().convert("RGB"), view)
            assert self.until(lambda: alike(still_parts(self.seen(), view), drawn), 30), "standby is not drawn"
            self._first = of_nobody(frame), still_parts(self.seen(), view)
            return
        wanted = self._first[1]
        same = self.until(lambda: alike(still_parts(self.seen(), view), wanted) or self.frame is not frame, PATIENCE)
        assert same, "something else than the resting screen is on the window"
        assert held_selections(self.display) == []
        self.rested += self.frame is frame

    def button(self, frame: Frame, action: Action, value: str | None) -> Any:
        self.studio.show(frame)
        taps = [tap for tap in self.studio.app.stage.taps() if tap.action is action]
        return next((tap for tap in taps if value is None or tap.value == value), None)

    def heard(self) -> list[str]:
        text = self.ear.read_text() if self.ear.exists() else ""
        return [one for one in text.split(END_OF_UTTERANCE) if one]

    def until(self, wanted: Callable[[], bool], seconds: float) -> bool:
        """Whether it came about in time."""
        deadline = time.monotonic() + seconds
        while not wanted():
            if time.monotonic() > deadline:
                return False
            self.catch_up()
        return True

    def touch(self, action: Action, value: str | None) -> None:
        """A finger on the middle of the button."""
        button = self.button(self.frame, action, value)
        x, y = button.to_window(*button.center)
        self.do(*finger_at(round(x), round(HEIGHT - y)))

    def looked_at(self) -> bool:
        """Whether the screen is there long enough to take a press."""
        return time.monotonic() - self._came_at > LOOKED_AT

    def press(self, how: Callable[[Action, str | None], None], action: Action, value: str | None) -> None:
        """Press once the screen takes it, and wait for what comes of it."""
        self.until(self.looked_at, PATIENCE)
        before = self.frame.serial
        if action in self.frame.actions:
            how(action, value)
            self.until(lambda: self.frame.serial != before, PRESS_AGAIN)

    def seen(self) -> Image.Image:
        """What the window shows now."""
        return ImageGrab.grab(xdisplay=self.display).convert("RGB")

    def ringed(self) -> Any:
        """The button that stands in the ring, as a person sees it: on the window, not in the program."""
        taps = list(self.studio.app.stage.taps())
        picture = self.seen()
        shares = [ring_share(picture, _upper_side(tap), tap.ring_color) for tap in taps]
        best = max(range(len(taps)), key=shares.__getitem__)
        return taps[best] if shares[best] > RING_SURE else None

    def look_and_press(self, action: Action, value: str | None) -> None:
        """Without a finger: step with Tab and the arrows until the ring is round the button, then Return."""
        serial = self.frame.serial
        self.button(self.frame, action, value)  # lays the frame out: where the buttons are
        for turn in range(60):
            ringed = self.ringed()
            if ringed is not None and (ringed.action, value or ringed.value) == (action, ringed.value):
                self.do("key", "Return")
                return
            before = ringed
            self.do("key", STEPS_ON[turn % len(STEPS_ON)])
            self.until(lambda was=before: self.ringed() is not was, SURE)  # type: ignore[misc]
            if self.frame.serial != serial:
                return

    def hear_and_press(self, action: Action, value: str | None, go_on: str, press: str) -> None:
        """Without looking: go on until the button is heard, then press. `go_on` is a key, or empty to let it come."""
        serial = self.frame.serial
        words = self.button(self.frame, action, value).words.replace("\u00a0", " ")
        for _ in range(60):
            before = len(self.heard())
            if go_on:
                self.do("key", go_on)
            told = self.until(lambda count=before: len(self.heard()) > count, PATIENCE)  # type: ignore[misc]
            if self.frame.serial != serial:
                return
            if told and self.heard()[-1] == words:
                self.until(lambda: self.heard()[-1] != words, SURE)
                if self.heard()[-1] == words and self.frame.serial == serial:
                    self.do("key", press)
                    return
            if not told and not go_on:
                self.do("key", press)  # the light rests: wake it

    def visit(self, press: Callable[[Action, str | None], None]) -> list[str]:
        """From standby through a whole visit to standby again; the screens that were seen."""
        self.until(lambda: self.frame.screen.screen == "standby", 30)
        self.nobody_was_here()
        seen: list[str] = []
        deadline = time.monotonic() + LONGEST
        while not ("receipt" in seen and self.frame.screen.screen == "standby"):
            assert time.monotonic() < deadline, f"stuck on {self.frame.screen.screen} after {seen}"
            self.catch_up()
            frame = self.frame
            if not seen or seen[-1] != frame.screen.screen:
                seen.append(frame.screen.screen)
            assert Action.CALL in frame.actions or frame.overlay is not None
            wanted = wish(frame)
            if wanted is None:
                self.catch_up(0.3)
                continue
            self.press(press, *wanted)
        self.nobody_was_here()
        return seen


def finger_at(x: int, y: int) -> tuple[object, ...]:
    """A short touch, for xdotool: its own clicks are a tenth of a second apart."""
    return ("mousemove", x, y, "mousedown", 1, "sleep", TOUCH_SECONDS, "mouseup", 1)


def _upper_side(tap: Any) -> tuple[int, int, int]:
    """Left, top and right of a button on the window, in pixels from its top left corner."""
    left, bottom = tap.to_window(tap.x, tap.y)
    return round(left), round(HEIGHT - bottom - tap.height), round(left + tap.width)


def ring_share(picture: Image.Image, box: tuple[int, int, int], colour: Any) -> float:
    """How much of the upper side of `box` has a line of `colour` close above it, its round corners left out."""
    wanted = tuple(round(255 * part) for part in colour[:3])
    left, top, right = box
    columns = range(left + (right - left) // 4, right - (right - left) // 4, 4)
    found = sum(any(_is(picture, x, y, wanted) for y in range(top, top - RING_PIXELS, -1)) for x in columns)
    return found / len(columns)


def _is(picture: Image.Image, x: int, y: int, wanted: tuple[int, ...]) -> bool:
    if not (0 <= x < picture.width and 0 <= y < picture.height):
        return False
    seen = picture.getpixel((x, y))
    return isinstance(seen, tuple) and max(abs(a - b) for a, b in zip(seen, wanted, strict=True)) < NEAR


@contextlib.contextmanager
def x_server() -> Iterator[str]:
    """A display of its own."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as number:
            yield f":{number.readline().strip()}"
    finally:
        server.terminate()
        server.wait(20)


@contextlib.contextmanager
def real_window(folder: Path, studio: Studio) -> Iterator[RealWindow]:
    """`kiosk run` in an X window, with one good sheet on the glass of its simulated scanner."""
    programs, ear = folder / "bin", folder / "heard"
    programs.mkdir()
    for name, script in (("espeak-ng", MOUTH), ("aplay", EAR)):
        program = programs / name
        program.write_text(script)
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
    core = RunningCore(folder)
    with x_server() as display:
        environment = {
            **{name: value for name, value in os.environ.items() if name not in ("SDL_VIDEODRIVER", "WAYLAND_DISPLAY")},
            "DISPLAY": display,
            "PATH": f"{programs}:{os.environ['PATH']}",
            "PULSE_SERVER": "none",
            "KIOSK_TEST_EAR": str(ear),
            "KIOSK_SETTINGS": str(folder / "none.toml"),
            "KIOSK_DATA_DIR": str(folder / "data"),
            "KIOSK_RUNTIME_DIR": str(folder / "run"),
            "KIOSK_SCANNER_SECONDS": "0.05",
            "KIOSK_SWITCH_SECONDS": str(SWITCH_SECONDS),
        }
        with (folder / "kiosk.log").open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "kiosk", "run", "--windowed", "--panel", f"{WIDTH}x{HEIGHT}"],
                env=environment,
                stderr=log,
            )
        try:
            witness = core.screen()
            witness.at("standby")
            connected = '"screen_connected"'
            window = RealWindow(core, witness, studio, display, ear, process)
            assert window.until(lambda: (folder / "kiosk.log").read_text().count(connected) >= 2, 60)
            yield window
        finally:
            process.terminate()
            process.wait(30)
            core.close_screens()
