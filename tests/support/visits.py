"""Whole visits, as sequences of taps on a screen that speaks the socket."""

from kiosk.journey.actions import Action
from kiosk.journey.views import Frame
from tests.support.running_core import SocketScreen


def begin(screen: SocketScreen, guide: str = "ft.bulletins") -> None:
    """From standby to the first sheet."""
    screen.at("standby")
    screen.tap(Action.START)
    screen.tap(Action.CHOOSE_LANGUAGE, "fr")
    screen.tap(Action.CHOOSE_JOB, "send")
    screen.tap(Action.CHOOSE_GUIDE, guide)
    screen.tap(Action.AGREE)
    # The first sheet waits for the visit to be open and for its key ticket.
    screen.until(lambda frame: frame.screen.screen == "place_sheet" and Action.SHEET_PLACED in frame.actions)


def scan(screen: SocketScreen) -> Frame:
    """Lay one sheet down; the frame that tells what became of it."""
    screen.tap(Action.SHEET_PLACED)
    return screen.at("page_accepted", "page_refused", "trouble")


def scan_until_accepted(screen: SocketScreen) -> Frame:
    """Scan, and scan again while the sheet is refused or the machine, on a busy day, asks for patience."""
    frame = scan(screen)
    while frame.screen.screen != "page_accepted":
        if frame.screen.screen == "page_refused":
            screen.tap(Action.RESCAN)
            frame = scan(screen)
        else:
            screen.tap(Action.TRY_AGAIN)
            frame = screen.at("page_accepted", "page_refused", "trouble")
    return frame


def three_payslips(screen: SocketScreen) -> None:
    """January, March (blurred at first) and April; ends on the list of pages."""
    for number in range(3):
        scan_until_accepted(screen)
        screen.tap(Action.CONTINUE)
        if number < 2:
            screen.tap(Action.ADD_SHEET)


def hand_over(screen: SocketScreen) -> Frame:
    """From the list of pages to the receipt; the frame of the receipt."""
    screen.tap(Action.THAT_IS_ALL)
    if screen.at("missing_months", "review").screen.screen == "missing_months":
        screen.tap(Action.DO_NOT_HAVE_IT)
    screen.at("review")
    screen.tap(Action.SEND)
    return screen.at("receipt")


def leave(screen: SocketScreen) -> None:
    """Take the receipt and go."""
    screen.tap(Action.RECEIPT_TAKEN)
    screen.tap(Action.ALL_TAKEN)
    screen.at("standby")
