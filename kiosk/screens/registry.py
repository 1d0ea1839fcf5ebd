"""Which view draws which screen and which overlay."""

from functools import cache
from pathlib import Path

from kivy.lang import Builder

from kiosk.journey.views import Frame
from kiosk.screens.gestures import moving_drawing
from kiosk.screens.overlays.call_cover import CallCoverView
from kiosk.screens.overlays.call_panel import CallPanelView
from kiosk.screens.overlays.comfort_panel import ComfortPanelView
from kiosk.screens.overlays.confirm_erase import ConfirmEraseView
from kiosk.screens.overlays.share_request import ShareRequestView
from kiosk.screens.overlays.still_there import StillThereView
from kiosk.screens.overlays.zoom import ZoomView
from kiosk.screens.views.another_sheet import AnotherSheetView
from kiosk.screens.views.attempt_noted import AttemptNotedView
from kiosk.screens.views.badge_seen import BadgeSeenView
from kiosk.screens.views.change_pages import ChangePagesView
from kiosk.screens.views.check_attempt import CheckAttemptView
from kiosk.screens.views.check_letter import CheckLetterView
from kiosk.screens.views.checking import CheckingView
from kiosk.screens.views.choose import ChooseView
from kiosk.screens.views.choose_guide import ChooseGuideView
from kiosk.screens.views.choose_language import ChooseLanguageView
from kiosk.screens.views.consent import ConsentView
from kiosk.screens.views.count_pages import CountPagesView
from kiosk.screens.views.erase_kept import EraseKeptView
from kiosk.screens.views.goodbye import GoodbyeView
from kiosk.screens.views.home import HomeView
from kiosk.screens.views.key_unknown import KeyUnknownView
from kiosk.screens.views.key_word import KeyWordView
from kiosk.screens.views.letter_answer import LetterAnswerView
from kiosk.screens.views.letter_unsure import LetterUnsureView
from kiosk.screens.views.missing_months import MissingMonthsView
from kiosk.screens.views.number_pad import NumberPadView
from kiosk.screens.views.page_accepted import PageAcceptedView
from kiosk.screens.views.page_refused import PageRefusedView
from kiosk.screens.views.paper_out import PaperOutView
from kiosk.screens.views.pin_pad import PinPadView
from kiosk.screens.views.place_paper import PlacePaperView
from kiosk.screens.views.place_sheet import PlaceSheetView
from kiosk.screens.views.receipt_ready import ReceiptReadyView
from kiosk.screens.views.resume import ResumeView
from kiosk.screens.views.review import ReviewView
from kiosk.screens.views.scanning import ScanningView
from kiosk.screens.views.sending import SendingView
from kiosk.screens.views.staff_room import StaffRoomView
from kiosk.screens.views.standby import StandbyView
from kiosk.screens.views.submission import SubmissionView
from kiosk.screens.views.trouble import TroubleView
from kiosk.screens.views.working import WorkingView
from kiosk.screens.widgets import ledger, live_picture, page_button, page_image, pile, proof_code, tiles
from kiosk.screens.widgets.view import View

DRAWN_ALONE = (ledger, live_picture, moving_drawing, page_button, page_image, pile, proof_code, tiles)
"""Modules whose widgets are only named in .kv files."""

SCREENS: dict[str, type[View]] = {
    "standby": StandbyView,
    "resume": ResumeView,
    "choose_language": ChooseLanguageView,
    "choose_guide": ChooseGuideView,
    "consent": ConsentView,
    "place_sheet": PlaceSheetView,
    "scanning": ScanningView,
    "page_accepted": PageAcceptedView,
    "page_refused": PageRefusedView,
    "another_sheet": AnotherSheetView,
    "checking": CheckingView,
    "missing_months": MissingMonthsView,
    "review": ReviewView,
    "change_pages": ChangePagesView,
    "sending": SendingView,
    "receipt": ReceiptReadyView,
    "goodbye": GoodbyeView,
    "trouble": TroubleView,
    "home": HomeView,
    "choose": ChooseView,
    "place_paper": PlacePaperView,
    "working": WorkingView,
    "key_word": KeyWordView,
    "key_unknown": KeyUnknownView,
    "submission": SubmissionView,
    "count_pages": CountPagesView,
    "erase_kept": EraseKeptView,
    "paper_out": PaperOutView,
    "check_attempt": CheckAttemptView,
    "attempt_noted": AttemptNotedView,
    "check_letter": CheckLetterView,
    "letter_unsure": LetterUnsureView,
    "letter_answer": LetterAnswerView,
    "badge_seen": BadgeSeenView,
    "pin_pad": PinPadView,
    "staff_room": StaffRoomView,
    "number_pad": NumberPadView,
}
OVERLAYS: dict[str, type[View]] = {
    "still_there": StillThereView,
    "call_cover": CallCoverView,
    "comfort": ComfortPanelView,
    "confirm_erase": ConfirmEraseView,
    "zoom": ZoomView,
    "call": CallPanelView,
    "share_request": ShareRequestView,
}


@cache
def load_layouts() -> None:
    """Read every .kv file, once."""
    here = Path(__file__).parent
    for folder in ("widgets", "gestures", "frame", "views", "overlays"):
        for layout in sorted((here / folder).glob("*.kv")):
            Builder.load_file(str(layout))


def view_for(frame: Frame) -> View:
    """The view of what is in front: the overlay if there is one, else the screen."""
    if frame.overlay is not None:
        return OVERLAYS[frame.overlay.overlay](frame)
    return SCREENS[frame.screen.screen](frame)
