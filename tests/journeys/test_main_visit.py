"""The main job, told as a visitor lives it."""

import datetime as dt

from kiosk.journey.actions import Action
from kiosk.journey.effects import EndVisit, MakeChecklist, OpenVisit, Reprint, ScanSheet, Submit, WithdrawPage
from kiosk.journey.events import (
    ChecklistMade,
    PageRead,
    ReceiptIssued,
    ReceiptPrinted,
    SheetAccepted,
    SheetRefused,
    VisitOpened,
)
from kiosk.journey.model import Missing, Visit
from kiosk.journey.visit_views import (
    Goodbye,
    MissingMonths,
    PageAccepted,
    PageRefused,
    PlaceSheet,
    ReceiptReady,
    Review,
)

NOON = dt.datetime(2026, 11, 22, 12, 0, tzinfo=dt.UTC)


def test_three_payslips_one_blurred_one_month_missing(play):
    play.to_first_sheet()
    assert OpenVisit("fr", "ft.bulletins", play.visit.turn) in play.effects
    play.happen(VisitOpened("v1", play.visit.turn))
    assert play.frame.screen == PlaceSheet(1)

    play.accept("p1")
    assert isinstance(play.frame.screen, PageAccepted) and play.frame.screen.reading
    play.happen(PageRead("p1", "payslip", "2026-01", "Boulangerie"))
    assert play.frame.screen.page.period == "2026-01" and not play.frame.screen.reading

    play.taps([Action.CONTINUE, Action.ADD_SHEET, Action.SHEET_PLACED])
    play.happen(SheetRefused(play.visit.attempt, "s2", ("blurred",), "image"))
    assert play.frame.screen == PageRefused(2, ("blurred",), "image", 1)
    play.tap(Action.RESCAN)
    assert play.frame.screen == PlaceSheet(2, "blurred")
    play.accept("p2").happen(PageRead("p2", "payslip", "2026-03", "Boulangerie"))

    play.taps([Action.CONTINUE, Action.THAT_IS_ALL])
    assert play.screen == "checking" and MakeChecklist() in play.effects
    play.happen(ChecklistMade(Missing(months=("2026-02",))))
    assert play.frame.screen == MissingMonths(("2026-02",), ())
    play.tap(Action.DO_NOT_HAVE_IT)
    review = play.frame.screen
    assert isinstance(review, Review) and review.missing_months == ("2026-02",) and review.body == "France Travail"

    assert Submit(("2026-02",), ()) in play.tap(Action.SEND)
    assert play.screen == "sending" and not play.frame.screen.printing
    play.happen(ReceiptIssued("borne-1-000001", NOON, 2, "TEMOIN"))
    assert play.frame.screen.printing
    play.happen(ReceiptPrinted(a4=True, ticket=True))
    assert isinstance(play.frame.screen, ReceiptReady) and play.frame.screen.number == "borne-1-000001"
    assert EndVisit("finished") in play.tap(Action.RECEIPT_TAKEN)
    assert play.frame.screen == Goodbye(sent=True)
    play.tap(Action.ALL_TAKEN)
    assert play.screen == "standby"
    assert play.visit == Visit(serial=play.visit.serial, turn=play.visit.turn, attempt=play.visit.attempt)


def test_nothing_is_asked_for_when_nothing_is_missing(play):
    play.to_first_sheet().accept().taps([Action.CONTINUE, Action.THAT_IS_ALL])
    play.happen(ChecklistMade(Missing()))
    assert play.screen == "review"


def test_a_page_taken_again_withdraws_the_first(play):
    play.to_first_sheet().accept("p1")
    assert WithdrawPage("p1") in play.tap(Action.RESCAN)
    assert play.visit.pages == () and play.frame.screen == PlaceSheet(1)


def test_a_doubtful_page_is_kept_when_the_visitor_insists(play):
    play.to_first_sheet().tap(Action.SHEET_PLACED)
    play.happen(SheetRefused(1, "s1", ("blurred",), "image"))
    play.tap(Action.KEEP_ANYWAY)
    play.happen(SheetAccepted(1, "p1", "image", "thumb", ("blurred",)))
    assert play.frame.screen.page.doubts == ("blurred",)


def test_a_cancelled_scan_that_ends_late_is_taken_back(play):
    play.to_first_sheet().taps([Action.SHEET_PLACED, Action.CANCEL_SCAN])
    effects = play.happen(SheetAccepted(1, "late", "image", "thumb"))
    assert effects == (WithdrawPage("late"),) and play.visit.pages == ()


def test_a_scan_of_the_visitor_before_never_reaches_the_next(play):
    play.to_first_sheet().tap(Action.SHEET_PLACED)
    old = play.visit.attempt
    play.taps([Action.CANCEL_SCAN, Action.BACK, Action.ERASE_ALL])
    play.to_first_sheet().tap(Action.SHEET_PLACED)
    assert play.happen(SheetAccepted(old, "of-another", "secret", "secret")) == (WithdrawPage("of-another"),)
    assert "secret" not in repr(play.frame)


def test_a_receipt_that_did_not_come_out_is_printed_again_once(play):
    play.to_first_sheet().accept().taps([Action.CONTINUE, Action.THAT_IS_ALL])
    play.happen(ChecklistMade(Missing()))
    play.tap(Action.SEND)
    play.happen(ReceiptIssued("n", NOON, 1, "P"))
    play.happen(ReceiptPrinted(a4=False, ticket=False))
    assert Reprint() in play.tap(Action.RECEIPT_MISSING)
    play.happen(ReceiptPrinted(a4=True, ticket=True, duplicate=True))
    assert Action.RECEIPT_MISSING not in play.frame.actions


def test_changing_pages_before_sending(play):
    play.to_first_sheet().accept("p1").taps([Action.CONTINUE, Action.ADD_SHEET]).accept("p2")
    play.taps([Action.CONTINUE, Action.THAT_IS_ALL]).happen(ChecklistMade(Missing()))
    assert WithdrawPage("p2") in play.taps([Action.CHANGE]).tap(Action.REMOVE_LAST)
    assert MakeChecklist() in play.tap(Action.BACK)
    play.happen(ChecklistMade(Missing()))
    assert len(play.frame.screen.pages) == 1


def test_another_demarche_starts_with_the_same_language_and_nothing_else(play):
    play.taps(
        [
            Action.START,
            (Action.CHOOSE_LANGUAGE, "en"),
            (Action.CHOOSE_JOB, "send"),
            (Action.CHOOSE_GUIDE, "ft.bulletins"),
            Action.DECLINE,
        ]
    )
    assert play.frame.screen == Goodbye(sent=False) and play.frame.language == "en"
    play.tap(Action.START_AGAIN)
    assert play.screen == "home" and play.frame.language == "en" and play.visit.guide_id is None


def test_scanning_once_more_is_asked_in_the_scanners_words(play):
    play.to_first_sheet()
    assert play.tap(Action.SHEET_PLACED)[0] == ScanSheet(1)
