"""What moves without a frame: the seconds a scanner is waited for, and what the camera sees."""

import base64
import io
import time
from collections.abc import Callable, Sequence

import pytest
from kivy.clock import Clock
from PIL import Image, ImageDraw

from kiosk.clock import FakeClock
from kiosk.journey.frames import Glimpse
from kiosk.journey.views import Volume
from kiosk.screens.gallery.samples import MONDAY, sample_frames
from kiosk.screens.gallery.studio import Studio
from kiosk.screens.pictures import Pixels, decode
from kiosk.screens.speech import Said
from kiosk.screens.views.scanning import CALM_GLIMPSES
from kiosk.screens.views.trouble import TroubleView

PATIENCE = 20.0
SAMPLES = dict(sample_frames("fr"))
TABLE, PAPER = (70, 66, 62), (244, 243, 240)
CORNERS = ((0.25, 0.08), (0.75, 0.08), (0.75, 0.92), (0.25, 0.92))
HOLD_STILL, SHOW_IT_WHOLE = "Ne bougez plus. La photo se fait seule.", "Placez toute la feuille dans le cadre."


class Listener:
    """A voice that remembers what it was given."""

    available = True

    def __init__(self) -> None:
        self.heard: list[str] = []

    def knows(self, _language: str) -> bool:
        return True

    def speak(self, said: Sequence[Said], *, slow: bool, volume: Volume = Volume.NORMAL) -> None:  # noqa: ARG002
        self.heard += [one.sentence for one in said]

    def hush(self) -> None:
        pass

    def forget(self) -> None:
        pass


@pytest.fixture
def listener(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> Listener:
    studio.use("1280x800")
    studio.show(SAMPLES["standby"])
    voice = Listener()
    monkeypatch.setattr(studio.app, "voice", voice)
    return voice


def seen(*, whole: bool, steady: bool = False) -> tuple[Glimpse, Pixels]:
    """A sheet on a table, or no sheet."""
    image = Image.new("RGB", (480, 360), TABLE)
    if whole:
        (left, top), _, (right, bottom), _ = CORNERS
        ImageDraw.Draw(image).rectangle((left * 480, top * 360, right * 480, bottom * 360), fill=PAPER)
    stream = io.BytesIO()
    image.save(stream, "JPEG", quality=95)
    glimpse = Glimpse(base64.b64encode(stream.getvalue()).decode(), CORNERS if whole else None, steady)
    pixels = decode(glimpse.image)
    assert pixels is not None
    return glimpse, pixels


def tick_until(done: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not done() and time.monotonic() < deadline:
        Clock.tick()
    assert done()


def test_the_seconds_go_on_by_themselves_and_are_said_once(
    studio: Studio, listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = FakeClock(MONDAY)
    monkeypatch.setattr(studio.app, "watch", watch)
    monkeypatch.setattr(studio.app, "still", False)
    monkeypatch.setattr("kiosk.screens.views.trouble.COUNT_SECONDS", 0.01)
    studio.show(SAMPLES["trouble-waiting-seconds"])
    view = studio.app.stage.view
    assert isinstance(view, TroubleView)
    assert view.waited == "J’attends le scanner depuis 42 secondes."
    once = list(listener.heard)
    assert once[-1] == "J’attends le scanner."
    for seconds, words in ((1.2, "43 secondes."), (17.0, "1 minute."), (200.0, "4 minutes.")):
        watch.advance(seconds)
        tick_until(lambda words=words: view.waited == f"J’attends le scanner depuis {words}")  # type: ignore[misc]
    assert listener.heard == once
    studio.show(SAMPLES["trouble-back"])
    assert listener.heard[len(once) :] == [
        "Le scanner marche à nouveau.",
        "Vos 2 pages sont bien gardées.",
        "Posez encore la feuille.",
    ]
    assert view._ticking is not None and not view._ticking.is_triggered  # the old screen counts no more


def test_what_the_camera_sees_is_drawn_with_its_outline(studio: Studio, listener: Listener) -> None:
    studio.show(SAMPLES["scanning-photo"])
    drawing = studio.picture()
    outlines = []
    for steady in (False, True):
        studio.app.glimpse(*seen(whole=True, steady=steady))
        studio.settle()
        outlines.append(studio.picture())
    picture = studio.app.stage.view.ids.picture
    middle = (round(picture.center_x), round(outlines[0].height - picture.center_y))
    assert drawing.getpixel(middle) != outlines[0].getpixel(middle)
    assert all(abs(a - b) < 12 for a, b in zip(outlines[0].convert("RGB").getpixel(middle), PAPER, strict=True))
    ink = tuple(round(part * 255) for part in studio.app.look.palette.action_line[:3])
    colours = [image.convert("RGB").getcolors(1 << 20) for image in outlines]
    thin, thick = ({shade: count for count, shade in found}[ink] for found in colours)
    assert 400 < thin < thick


def test_the_hint_is_calm_and_said_once_and_no_tap_is_lost(studio: Studio, listener: Listener) -> None:
    studio.show(SAMPLES["scanning-photo"])
    view, serial = studio.app.stage.view, studio.app.frame.serial
    listener.heard.clear()
    for _ in range(3):
        for _ in range(CALM_GLIMPSES - 1):
            studio.app.glimpse(*seen(whole=False))
        assert view.hint == HOLD_STILL  # so short a look away changes nothing
        studio.app.glimpse(*seen(whole=True))
    for whole, words in ((False, SHOW_IT_WHOLE), (True, HOLD_STILL), (False, SHOW_IT_WHOLE)):
        for _ in range(CALM_GLIMPSES):
            studio.app.glimpse(*seen(whole=whole))
        assert view.hint == words
    assert listener.heard == [SHOW_IT_WHOLE]
    assert (studio.app.stage.view, studio.app.frame.serial) == (view, serial)


@pytest.mark.parametrize("name", ["scanning", "accepted-read", "over-still-there"])
def test_no_other_screen_shows_it(studio: Studio, listener: Listener, name: str) -> None:
    studio.show(SAMPLES[name])
    before = studio.picture().tobytes()
    studio.app.glimpse(*seen(whole=True))
    studio.settle()
    assert studio.picture().tobytes() == before
