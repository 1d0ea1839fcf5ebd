"""Any sequence of taps and events: no crash, no dead end, the human always one tap away, nothing left behind."""

import datetime as dt
from dataclasses import replace

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from kiosk.journey.actions import Action
from kiosk.journey.events import (
    BroughtBack,
    ChecklistMade,
    DeviceFailed,
    FailureNoted,
    HelpChanged,
    KeyOpened,
    KeyRefused,
    KeyTicketPrinted,
    LetterExplained,
    LetterRead,
    PageRead,
    PageWithdrawn,
    PaperGiven,
    ReceiptIssued,
    ReceiptPrinted,
    SheetAccepted,
    SheetRefused,
    Tapped,
    TimerFired,
    VisitOpened,
)
from kiosk.journey.frames import decode_frame, encode_frame
from kiosk.journey.jobs import Dossier, LetterPlan, NotedAttempt, Paper, PaperResult, ReadLetter
from kiosk.journey.model import Interrupted, Missing
from kiosk.journey.reducer import IDLE
from kiosk.journey.staff_events import (
    BadgeInserted,
    BadgeKnown,
    BadgeOpened,
    BadgeRefused,
    BadgeRemoved,
    PinRefused,
    StaffActionDone,
)
from kiosk.journey.views import CallPanel, HelpState
from kiosk.proof.key_words import all_words
from tests.journeys.conftest import OFFERS, RULES, Play

VALUES = {
    Action.CHOOSE_LANGUAGE: ["fr", "en", "xx"],
    Action.CHOOSE_GUIDE: ["ft.bulletins", "none"],
    Action.CHOOSE_JOB: ["send", "letter", "return", "failure", "fly"],
    Action.CHOOSE_LETTER: list("abcdmprs"),
    Action.CHOOSE_WORD: ["abaisser", "abandon", "zzz"],
    Action.CHOOSE: [
        *OFFERS,
        *("portal", "phone", "CAF", "other", "now", "before", "once", "often", "2026-11-22", "day", "?"),
    ],
    Action.DIGIT: ["0", "7", "less", "x"],
    Action.ZOOM: ["top", "bottom", None],
    Action.SET_TEXT_SIZE: ["normal", "largest", "huge"],
    Action.SET_THEME: ["night", "pink"],
    Action.SET_SLOW: ["yes", "no", "?"],
    Action.SET_VOLUME: ["quiet", "loud", "deafening"],
    Action.TYPE_DIGIT: ["1", "x"],
}
EVENTS, STEPS = 20_000, 80
WAITING_FOR_THE_MACHINE = {"scanning", "checking", "sending", "working"}
SECRET = "SECRET-OF-A-PAGE"
NOON = dt.datetime(2026, 11, 22, 12, 0, tzinfo=dt.UTC)

DOSSIER = Dossier(SECRET, NOON, 66, SECRET, "sent", NOON, NOON.date(), None, OFFERS)


class Walk(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.play = Play(rules=replace(RULES, bodies=("CAF",), key_words=all_words()))
        self.count = 0

    @rule(data=st.data())
    def tap_something_shown(self, data):
        action = data.draw(st.sampled_from(self.play.frame.actions))
        self.play.tap(action, data.draw(st.sampled_from(VALUES.get(action, [None]))))

    @rule(action=st.sampled_from(Action), value=st.sampled_from([None, "fr", "x"]))
    def tap_something_not_shown(self, action, value):
        before = self.play.visit
        if action not in self.play.frame.actions:
            self.play.happen(Tapped(action, value))
            assert self.play.visit == before

    @rule(accepted=st.booleans(), late=st.booleans())
    def scan_ends(self, accepted, late):
        attempt = self.play.visit.attempt - late
        self.count += 1
        if accepted:
            self.play.happen(SheetAccepted(attempt, f"p{self.count}", SECRET, SECRET))
        else:
            self.play.happen(SheetRefused(attempt, f"s{self.count}", ("blurred",), SECRET))

    @rule(sender=st.sampled_from([None, SECRET]))
    def letter_is_read(self, sender):
        letter = ReadLetter("other", sender, NOON.date(), 10, NOON.date(), SECRET)
        self.play.happen(LetterRead(self.play.visit.attempt, letter))

    @rule()
    def visit_is_opened(self):
        self.play.happen(VisitOpened("v", self.play.visit.turn))

    @rule()
    def page_is_read(self):
        for page in self.play.visit.pages:
            self.play.happen(PageRead(page.id, "payslip", "2026-01", SECRET))

    @rule(
        event=st.sampled_from(
            [
                TimerFired(IDLE),
                VisitOpened("late", -1),
                KeyTicketPrinted("late", ok=True),
                KeyTicketPrinted("v", ok=True),
                KeyTicketPrinted("v", ok=False),
                BroughtBack(Interrupted("w", 2, sent=False)),
                ChecklistMade(Missing()),
                ChecklistMade(Missing(("2026-02",))),
                ReceiptIssued("n", NOON, 1, "P"),
                ReceiptPrinted(True, False),
                DeviceFailed("scanner", "jammed"),
                DeviceFailed("storage", "disk_full"),
                DeviceFailed("printer", "paper_out"),
                HelpChanged(HelpState.SENT),
                HelpChanged(HelpState.COMING, "Sofia"),
                HelpChanged(HelpState.CLOSED),
                PageWithdrawn("p1"),
                KeyOpened(DOSSIER),
                KeyRefused("nothing_kept"),
                PaperGiven(PaperResult(Paper.DUPLICATE), DOSSIER),
                PaperGiven(PaperResult(Paper.ERASURE, "jammed")),
                FailureNoted(NotedAttempt("n", NOON)),
                LetterExplained(LetterPlan(NOON.date(), "loss", "ft.bulletins")),
                LetterExplained(LetterPlan(None, None, None)),
                BadgeInserted(),
                BadgeKnown("Sofia", "mediator", 3),
                BadgeRefused("wrong_card"),
                PinRefused(1),
                BadgeOpened(),
                BadgeRemoved(),
                StaffActionDone("tried"),
            ]
        )
    )
    def world_moves(self, event):
        self.play.happen(event)

    @invariant()
    def a_human_is_one_tap_away(self):
        frame = self.play.frame
        assert Action.CALL in frame.actions or isinstance(frame.overlay, CallPanel)

    @invariant()
    def no_dead_end(self):
        frame = self.play.frame
        if frame.screen.screen not in WAITING_FOR_THE_MACHINE:
            assert set(frame.actions) - {Action.CALL, Action.OPEN_COMFORT}

    @invariant()
    def nothing_of_a_visit_on_standby(self):
        if self.play.screen in ("standby", "choose_language", "resume", "home"):
            assert SECRET not in repr(self.play.visit)

    @invariant()
    def a_frame_survives_the_socket(self):
        frame = self.play.frame
        assert decode_frame(encode_frame(frame)) == frame


Walk.TestCase.settings = settings(max_examples=EVENTS // STEPS, stateful_step_count=STEPS, deadline=None)
TestRandomWalk = Walk.TestCase
