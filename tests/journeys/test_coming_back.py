"""Someone comes back with the key ticket, on paper or in twelve words."""

import datetime as dt
from dataclasses import replace

import pytest

from kiosk.journey.actions import Action
from kiosk.journey.effects import EndVisit, EraseKept, GivePaper, NoteAnswer, RestoreVisit, ScanKey, TryWords
from kiosk.journey.events import BroughtBack, DeviceFailed, KeyOpened, KeyRefused, PaperGiven, TimerFired
from kiosk.journey.job_views import CountPages, KeyUnknown, KeyWord, PaperOut, PlacePaper, SubmissionFound
from kiosk.journey.jobs import Dossier, Paper, PaperResult
from kiosk.journey.key_words import next_choices, plain
from kiosk.journey.model import Interrupted
from kiosk.journey.reducer import IDLE
from kiosk.journey.views import StillThere
from kiosk.proof.key_words import all_words, secret_of, words_of
from tests.journeys.conftest import OFFERS

NOON = dt.datetime(2026, 11, 22, 12, 0, tzinfo=dt.UTC)
DOSSIER = Dossier("K7-000001-2", NOON, 66, "France Travail", "sent", NOON, NOON.date(), None, OFFERS)


@pytest.fixture
def back(play):
    play.rules = replace(play.rules, key_words=all_words())
    return play.taps([Action.START, (Action.CHOOSE_LANGUAGE, "fr"), (Action.CHOOSE_JOB, "return")])


@pytest.fixture
def opened(back):
    back.tap(Action.SCAN)
    back.happen(KeyOpened(DOSSIER))
    return back


def choose_words(play, words):
    for word in words:
        while not play.frame.screen.whole_words:
            play.tap(Action.CHOOSE_LETTER, plain(word)[len(play.frame.screen.letters)])
        play.tap(Action.CHOOSE_WORD, word)


def test_the_ticket_is_looked_for_on_the_glass(back):
    assert ScanKey(1) in back.tap(Action.SCAN)
    assert back.screen == "working"
    back.happen(KeyOpened(DOSSIER))
    assert back.frame.screen == SubmissionFound(DOSSIER)


def test_twelve_words_are_chosen_without_a_keyboard(back):
    words = words_of(bytes(range(16)))
    back.tap(Action.OPEN_WORDS)
    assert back.frame.screen.place == 1 and len(back.frame.screen.choices) == 26
    choose_words(back, words)
    assert TryWords(words) in back.effects and back.screen == "working"
    assert secret_of(" ".join(words)) == bytes(range(16))


def test_every_word_of_the_list_can_be_reached_in_a_few_taps():
    words, reached = all_words(), set()
    beginnings = [""]
    while beginnings:
        letters = beginnings.pop()
        choices, whole = next_choices(words, letters)
        if whole:
            assert len(choices) <= 9 and len(letters) <= 5
            reached |= set(choices)
        else:
            beginnings += [letters + letter for letter in choices]
    assert reached == set(words)


def test_words_chosen_before_are_never_shown(back):
    back.tap(Action.OPEN_WORDS)
    choose_words(back, ["abaisser"])
    assert isinstance(back.frame.screen, KeyWord) and back.frame.screen.place == 2
    assert "abaisser" not in repr(back.frame)


def test_back_undoes_one_letter_then_one_word_then_leaves(back):
    back.tap(Action.OPEN_WORDS)
    choose_words(back, ["abaisser"])
    back.tap(Action.CHOOSE_LETTER, "b")
    back.tap(Action.BACK)
    assert (back.frame.screen.place, back.frame.screen.letters) == (2, "")
    back.tap(Action.BACK)
    assert back.frame.screen.place == 1
    back.tap(Action.BACK)
    assert back.screen == "place_paper"


def test_the_pages_are_taken_back_on_a_stick_that_is_plugged_in_first(opened):
    opened.taps([(Action.CHOOSE, "take"), (Action.CHOOSE, "stick")])
    assert opened.frame.screen == PlacePaper("stick")
    assert GivePaper(Paper.STICK, "fr") in opened.tap(Action.DONE)
    opened.happen(PaperGiven(PaperResult(Paper.STICK, "none_there"), DOSSIER))
    assert opened.frame.screen == PaperOut(PaperResult(Paper.STICK, "none_there"), last=False)
    opened.tap(Action.DONE)
    assert opened.frame.screen == SubmissionFound(DOSSIER), "it may be asked again"


def test_one_page_of_the_sixty_six_is_proved(opened):
    opened.taps([(Action.CHOOSE, "take"), (Action.CHOOSE, "one_page")])
    for digit in "67":
        opened.tap(Action.DIGIT, digit)
    assert Action.CONFIRM not in opened.frame.actions, "there is no such page"
    opened.taps([(Action.DIGIT, "less"), (Action.DIGIT, "less"), (Action.DIGIT, "3"), (Action.DIGIT, "1")])
    assert opened.frame.screen == CountPages("which", 66, "31")
    opened.taps([Action.CONFIRM, Action.BACK])
    assert opened.frame.screen == CountPages("which", 66, "31"), "back leads to the number"
    opened.tap(Action.CONFIRM)
    assert GivePaper(Paper.ONE_PAGE, "fr", 31) in opened.tap(Action.DONE)


@pytest.mark.parametrize("reason", ["no_code", "not_the_words", "nothing_kept"])
def test_a_key_that_opens_nothing_is_said_and_tried_again(back, reason):
    back.tap(Action.SCAN)
    back.happen(KeyRefused(reason, 1))
    assert back.frame.screen == KeyUnknown(reason)
    back.tap(Action.TRY_AGAIN)
    assert back.screen == "place_paper"


def test_wrong_words_are_mended_from_the_last_one(back):
    back.tap(Action.OPEN_WORDS)
    choose_words(back, ["abaisser"] * 12)
    back.happen(KeyRefused("not_the_words"))
    back.tap(Action.TRY_AGAIN)
    assert back.frame.screen.place == 12


def test_the_answer_of_a_cancelled_scan_is_ignored(back):
    back.tap(Action.SCAN)
    back.tap(Action.CANCEL_SCAN)
    back.happen(KeyOpened(DOSSIER))
    assert back.screen == "place_paper" and back.visit.dossier is None


def test_a_visit_broken_off_by_a_power_cut_goes_on(back):
    back.tap(Action.SCAN)
    back.happen(BroughtBack(Interrupted("v1", 2, sent=False)))
    assert back.screen == "resume"
    assert RestoreVisit("v1") in back.tap(Action.RESUME)


def test_a_duplicate_is_printed_and_the_dossier_comes_back(opened):
    assert GivePaper(Paper.DUPLICATE, "fr") in opened.tap(Action.CHOOSE, "duplicate")
    opened.happen(PaperGiven(PaperResult(Paper.DUPLICATE), DOSSIER))
    assert opened.frame.screen == PaperOut(PaperResult(Paper.DUPLICATE), last=False)
    opened.tap(Action.DONE)
    assert opened.screen == "submission"


@pytest.mark.parametrize(("typed", "shown"), [("7", "7"), ("07", "7"), ("0", "0"), ("1234", "123")])
def test_pages_counted_by_the_body_are_typed_on_big_digits(opened, typed, shown):
    opened.taps([(Action.CHOOSE, "answer"), (Action.CHOOSE, "counted"), *((Action.DIGIT, digit) for digit in typed)])
    assert opened.frame.screen == CountPages("shown", 66, shown)
    assert NoteAnswer("counted", int(shown), 0) in opened.tap(Action.CONFIRM)


def test_no_count_is_sent_before_a_digit(opened):
    opened.taps([(Action.CHOOSE, "answer"), (Action.CHOOSE, "counted")])
    assert Action.CONFIRM not in opened.frame.actions
    opened.taps([(Action.DIGIT, "7"), (Action.DIGIT, "less")])
    assert Action.CONFIRM not in opened.frame.actions


@pytest.mark.parametrize("step", ["received", "decided"])
def test_the_paper_of_the_body_is_scanned(opened, step):
    opened.taps([(Action.CHOOSE, "answer"), (Action.CHOOSE, step)])
    assert NoteAnswer(step, None, 2) in opened.tap(Action.SCAN)


def test_a_reminder_is_printed(opened):
    opened.tap(Action.CHOOSE, "answer")
    assert GivePaper(Paper.REMINDER, "fr") in opened.tap(Action.CHOOSE, "reminder")


def test_only_what_the_state_allows_is_offered(back):
    back.tap(Action.SCAN)
    back.happen(KeyOpened(replace(DOSSIER, offers=("duplicate", "take", "pages"))))
    before = back.visit
    back.tap(Action.CHOOSE, "erase")
    assert back.visit == before


def test_erasing_asks_first_then_ends(opened):
    opened.tap(Action.CHOOSE, "erase")
    assert opened.screen == "erase_kept"
    assert EraseKept() in opened.tap(Action.CONFIRM)
    opened.happen(PaperGiven(PaperResult(Paper.ERASURE), None))
    opened.tap(Action.DONE)
    assert opened.screen == "goodbye" and EndVisit("erased") in opened.effects


@pytest.mark.parametrize("leave", ["home", "silence"])
def test_every_way_out_forgets_the_key(opened, leave):
    if leave == "home":
        effects = opened.tap(Action.BACK)
    else:
        opened.happen(TimerFired(IDLE))
        assert isinstance(opened.frame.overlay, StillThere)
        effects = opened.happen(TimerFired(IDLE))
    assert any(isinstance(effect, EndVisit) for effect in effects)
    assert opened.visit.dossier is None and opened.screen in ("home", "standby")


@pytest.mark.parametrize("again", [Action.TRY_AGAIN, Action.BACK])
def test_a_fault_leads_back_to_where_it_can_be_asked_again(opened, again):
    opened.tap(Action.CHOOSE, "duplicate")
    opened.happen(DeviceFailed("core", "gone"))
    opened.tap(again)
    assert opened.screen == "submission"


def test_a_passing_fault_of_the_scanner_is_tried_once_more(back):
    back.tap(Action.SCAN)
    assert ScanKey(2) in back.happen(DeviceFailed("scanner", "io_error", 1, may_pass=True))
    back.happen(DeviceFailed("scanner", "io_error", 2, may_pass=True))
    assert back.screen == "trouble"
    back.tap(Action.TRY_AGAIN)
    assert back.screen == "place_paper"
