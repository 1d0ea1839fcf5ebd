"""The Kivy application: it draws the frames it is given and sends back the taps. It decides nothing."""

import time
from collections.abc import Callable
from typing import Any

from kivy.app import App
from kivy.base import runTouchApp
from kivy.clock import Clock
from kivy.core.window import Window

from kiosk.clock import Clock as Watch
from kiosk.journey.actions import Action
from kiosk.journey.frames import Glimpse
from kiosk.journey.frames import Tap as TapMessage
from kiosk.journey.views import Comfort, Frame
from kiosk.journey.visit_views import Trouble
from kiosk.languages import SOURCE_LANGUAGE, language_of
from kiosk.memory import map_large_blocks
from kiosk.screens import typeset
from kiosk.screens.frame.bar import Repeat
from kiosk.screens.frame.stage import Stage
from kiosk.screens.frame.waiting import WaitingView, waiting_frame
from kiosk.screens.keys import Keys
from kiosk.screens.look import Look
from kiosk.screens.panels import Panel
from kiosk.screens.pictures import Pictures, Pixels
from kiosk.screens.registry import load_layouts, view_for
from kiosk.screens.speech import Said, Voice
from kiosk.screens.switching import PERIOD_S, Switching
from kiosk.screens.views.scanning import ScanningView
from kiosk.screens.warmth import sweep, tidy, warm_one
from kiosk.screens.widgets.tap import Tap
from kiosk.screens.words.calls import call_moved, call_sentences

SETTLE_S = 0.5
"""A second tap of a double one must not land on the screen that the first one brought."""
STIR_S = 5.0
"""A hand that moves is told to the core no more often than this."""
WARM_EVERY_S = 0.04
TIDY_S = 0.25
"""After a new screen: it is drawn by then, and taps are not taken yet."""
SWEEP_S = 0.4
ANSWER_S = 0.5
"""How long after a tap nothing else is drawn than its answer."""
PATIENCE_S = 0.8
"""How long the core may be silent at the start before the screen says so."""


class KioskApp(App):
    """`send` takes the taps; `born` is when the process began, in monotonic seconds.

    `still` stops the drawings, for pictures that must not depend on the moment.
    """

    def __init__(
        self,
        panel: Panel,
        watch: Watch,
        voice: Voice,
        send: Callable[[TapMessage], None],
        *,
        born: float = 0.0,
        still: bool = False,
        settle: float = SETTLE_S,
        switch_seconds: float = PERIOD_S,
    ) -> None:
        super().__init__()
        self.panel, self.watch, self.voice, self.still = panel, watch, voice, still
        self.pictures: Pictures = {}
        self.look = self._look(Comfort(), SOURCE_LANGUAGE)
        self.frame: Frame | None = None
        self.on_drawn: Callable[[Frame], None] = lambda _frame: None
        self.born = born
        self._send, self._settle, self._switch_seconds = send, settle, switch_seconds
        self._brought_at = self._stirred_at = self._tapped_at = float("-inf")

    def _look(self, comfort: Comfort, language: str) -> Look:
        silent = self.voice.available and not self.voice.knows(language)
        mirrored = language_of(language).right_to_left
        return Look(self.panel, comfort, Window.width, Window.height, mirrored, silent)

    def build(self) -> Stage:
        map_large_blocks()
        load_layouts()
        self.title = "Témoin"
        self.stage = Stage(self.watch.now, speaks=self.voice.available)
        self.keys = Keys(lambda: list(self.stage.taps()), self.tapped, self._say_choice)
        self._sweep = Clock.create_trigger(lambda _dt: sweep(), SWEEP_S)
        self._tidy = Clock.create_trigger(lambda _dt: tidy(), TIDY_S)
        self.switching = Switching(self.keys, lambda: len(list(self.stage.taps())), _every, self._switch_seconds)
        self._down: set[int] = set()
        Window.clearcolor = self.look.palette.ground
        Window.bind(on_key_down=self._on_key, on_key_up=self._on_key_up)
        Window.bind(on_touch_down=self._on_touch, on_resize=self._on_resize)
        Clock.schedule_once(self._say_so_if_alone, PATIENCE_S)
        Clock.schedule_interval(lambda _dt: warm_one(), WARM_EVERY_S)
        return self.stage

    def prepare(self) -> None:
        """Open the window without running the loop: whoever calls pumps the frames."""
        self._run_prepare()
        runTouchApp(embedded=True)

    def open_settings(self, *_: object) -> bool:
        """Kivy's own panel must not open on a kiosk."""
        return False

    def show(self, frame: Frame, pictures: Pictures) -> None:
        """Draw `frame`; only in the drawing thread."""
        before, self.frame, self.pictures = self.frame, frame, pictures
        self._tapped_at = float("-inf")
        self._draw(frame, view_for)
        new_place = before is None or _place(before) != _place(frame)
        if new_place:
            self._brought_at = time.monotonic()
            self._tidy()
            self.repeat()
        elif before is not None and call_moved(before.help, frame.help):
            said = [Said(frame.language, sentence) for sentence in call_sentences(frame.language, frame.help)]
            self.voice.speak(said, slow=frame.comfort.slow, volume=frame.comfort.volume)
        self.keys.point_at(frame.highlight)
        self.keys.redraw()
        self.switching.slow = frame.comfort.slow
        if new_place:
            self.switching.new_screen()
        if before is not None and _leaves(before, frame):
            typeset.forget()
            self.voice.forget()
            self._sweep()
        self.on_drawn(frame)

    def glimpse(self, glimpse: Glimpse, pixels: Pixels) -> None:
        """What the camera sees, drawn where the screen in front shows it; only in the drawing thread."""
        view = self.stage.view
        if isinstance(view, ScanningView) and view.facts.photo:
            for sentence in view.see(glimpse, pixels):
                self.voice.speak((Said(view.language, sentence),), slow=view.frame.comfort.slow)

    def lost(self) -> None:
        """The core is away: nothing of the visit stays on the screen."""
        last, self.frame, self.pictures = self.frame, None, {}
        self.voice.hush()
        language = last.language if last else SOURCE_LANGUAGE
        comfort = last.comfort if last else Comfort()
        if not isinstance(self.stage.view, WaitingView):
            self._draw(waiting_frame(language, comfort), WaitingView)

    def _say_so_if_alone(self, *_: object) -> None:
        if self.frame is None:
            self.lost()

    def _draw(self, frame: Frame, make_view: Any) -> None:
        self.look = self._look(frame.comfort, frame.language)
        Window.clearcolor = self.look.palette.ground
        self.stage.show(frame, make_view)

    def tapped(self, tap: Tap) -> None:
        """A button was pressed, by a finger or by a key."""
        if tap.value is Repeat:
            self.repeat()
        elif tap.action is not None:
            self.act(tap.action, tap.value)

    def act(self, action: Any, value: str | None = None) -> None:
        """Send a tap on the frame in front, unless that frame has only just come."""
        self.voice.hush()
        settled = time.monotonic() - self._brought_at >= self._settle
        if self.frame is not None and settled:
            self._tapped_at = time.monotonic()
            self._send(TapMessage(self.frame.serial, action, value))

    @property
    def awaits_answer(self) -> bool:
        """Whether a tap was made that nothing was drawn for yet."""
        return time.monotonic() - self._tapped_at < ANSWER_S

    def repeat(self) -> None:
        """Say the screen aloud."""
        if self.frame is not None and self.stage.view is not None:
            comfort = self.frame.comfort
            self.voice.speak(self.stage.view.said(), slow=comfort.slow, volume=comfort.volume)

    def _on_key(self, _window: object, code: int, _scan: int, _text: object, modifiers: Any) -> bool:
        """A key that is held down counts once: hands that shake do not press twice."""
        if code in self._down:
            return True
        self._down.add(code)
        self.voice.hush()
        self._stir()
        if self.switching.key(code):
            return True
        self.switching.rest()
        return self.keys.key(code, modifiers or ())

    def _on_key_up(self, _window: object, code: int, *_: object) -> bool:
        self._down.discard(code)
        return False

    def _say_choice(self, tap: Tap) -> None:
        """What the keys came upon. Letters of a secret are said to headphones only."""
        view = self.stage.view
        if self.frame is not None and view is not None and tap.words:
            said = Said(self.frame.language, tap.words, private=view.secret)
            comfort = self.frame.comfort
            self.voice.speak((said,), slow=comfort.slow, volume=comfort.volume)

    def _stir(self) -> None:
        """Somebody is there, even where nothing was chosen: the clock of the core begins anew."""
        now = time.monotonic()
        if self.frame is not None and self.frame.screen.screen != "standby" and now - self._stirred_at >= STIR_S:
            self._stirred_at = now
            self._send(TapMessage(self.frame.serial, Action.STIR))

    def _on_resize(self, *_: object) -> None:
        """Full screen comes after the first drawing: sizes are those of the window as it is."""
        if self.frame is not None:
            self.stage.forget()
            self.show(self.frame, self.pictures)

    def _on_touch(self, _window: object, touch: Any) -> bool:
        self.voice.hush()
        self.keys.touched()
        self.switching.rest()
        if not any(tap.collide_point(*touch.pos) for tap in self.stage.taps()):
            self._stir()
        return False


def _every(call: Callable[[], None], seconds: float) -> Any:
    return Clock.schedule_interval(lambda _dt: call(), seconds)


def _leaves(before: Frame, now: Frame) -> bool:
    """Whether a visit ends here: its steps are over, or the machine waits for the next one whatever was done."""
    steps_over = before.progress is not None and now.progress is None
    return steps_over or (now.screen.screen == "standby" and before.screen.screen != "standby")


def _place(frame: Frame) -> tuple[object, ...]:
    overlay = frame.overlay.overlay if frame.overlay else None
    shown = frame.screen
    news = (shown.fault, shown.since is None, shown.back) if isinstance(shown, Trouble) else ()
    return shown.screen, overlay, news
