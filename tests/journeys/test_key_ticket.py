"""The key ticket comes before the first sheet; a visit that lost its power comes back with it."""

from kiosk.journey.actions import Action
from kiosk.journey.effects import LeaveInterrupted, OpenVisit
from kiosk.journey.events import BroughtBack, DeviceFailed, KeyTicketPrinted, VisitOpened
from kiosk.journey.model import Interrupted
from kiosk.journey.visit_views import KeyTicket, PlaceSheet, Resume


def test_no_sheet_before_the_key_ticket_is_known(play):
    play.to_key_ticket()
    play.happen(VisitOpened("v", play.visit.turn))
    assert play.frame.screen == PlaceSheet(1, key_ticket=KeyTicket.COMING)
    assert Action.SHEET_PLACED not in play.frame.actions
    assert {Action.BACK, Action.CALL} <= set(play.frame.actions)
    play.happen(KeyTicketPrinted("v", ok=True))
    assert play.frame.screen == PlaceSheet(1, key_ticket=KeyTicket.OUT)
    assert Action.SHEET_PLACED in play.frame.actions


def test_without_a_ticket_printer_the_visit_goes_on_and_the_screen_knows(play):
    play.to_key_ticket()
    play.happen(VisitOpened("v", play.visit.turn))
    play.happen(KeyTicketPrinted("v", ok=False))
    assert play.frame.screen == PlaceSheet(1, key_ticket=KeyTicket.MISSING)
    assert Action.SHEET_PLACED in play.frame.actions
    play.happen(KeyTicketPrinted("v", ok=True))
    assert play.frame.screen == PlaceSheet(1, key_ticket=KeyTicket.OUT)


def test_the_next_visitor_waits_for_a_ticket_of_their_own(play):
    play.to_first_sheet().tap(Action.BACK)
    play.tap(Action.ERASE_ALL)
    play.happen(KeyTicketPrinted("v", ok=True))
    assert play.visit.key_ticket is KeyTicket.COMING


def test_a_visit_opened_late_for_someone_who_left_is_not_the_next_visitor_s(play):
    left = play.to_key_ticket().visit.turn
    play.tap(Action.BACK)
    play.tap(Action.ERASE_ALL)
    play.happen(VisitOpened("left", left))
    play.to_key_ticket()
    assert OpenVisit("fr", "ft.bulletins", play.visit.turn) in play.effects
    play.happen(VisitOpened("v", play.visit.turn))
    play.happen(KeyTicketPrinted("left", ok=True))
    assert Action.SHEET_PLACED not in play.frame.actions
    play.happen(KeyTicketPrinted("v", ok=True))
    assert Action.SHEET_PLACED in play.frame.actions


def test_a_visit_that_could_not_be_opened_is_opened_again_not_scanned(play):
    play.to_key_ticket()
    play.happen(DeviceFailed("storage", "disk_full"))
    assert play.tap(Action.TRY_AGAIN)[0] == OpenVisit("fr", "ft.bulletins", play.visit.turn)
    assert play.screen == "place_sheet"


def test_a_visit_is_brought_back_only_while_nobody_is_there(play):
    back = BroughtBack(Interrupted("w", 3, sent=False))
    play.happen(back)
    assert play.frame.screen == Resume(3, sent=False)
    other = type(play)()
    other.to_first_sheet()
    assert other.happen(back) == (LeaveInterrupted("w"),)
    assert other.screen == "place_sheet"
