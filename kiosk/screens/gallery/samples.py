"""A sample frame for every screen, overlay, problem, trouble and state of a call. No one real is in them."""

import base64
import datetime as dt
import io
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from PIL import Image, ImageDraw, ImageFont

from kiosk.assets import asset
from kiosk.journey.actions import Action
from kiosk.journey.staff import STAFF_ACTIONS
from kiosk.journey.staff_views import BadgeSeen, DeviceFacts, NumberPad, PinPad, Readiness, StaffRoom
from kiosk.journey.views import (
    CallCover,
    CallPanel,
    Comfort,
    ComfortPanel,
    ConfirmErase,
    Frame,
    HelpState,
    HelpView,
    Overlay,
    Screen,
    ShareRequest,
    StillThere,
)
from kiosk.journey.visit_views import (
    AnotherSheet,
    ChangePages,
    Checking,
    ChooseGuide,
    ChooseLanguage,
    Consent,
    Goodbye,
    GuideCard,
    KeyTicket,
    MissingMonths,
    PageAccepted,
    PageFacts,
    PageRefused,
    PlaceSheet,
    ReceiptReady,
    Resume,
    Review,
    Scanning,
    Sending,
    Standby,
    Trouble,
)
from kiosk.journey.zoom import Zoom, ZoomPart
from kiosk.pages.model import Problem
from kiosk.screens.gallery.job_samples import job_samples
from kiosk.screens.words.devices import FAULTS
from kiosk.words import LANGUAGES, say

LONG_EMPLOYER = "Association départementale d’aide à domicile en milieu rural de la Haute-Garonne"
WAITED_SECONDS, WAITED_MINUTES = 42.0, 7 * 60.0
"""Before the clock of the gallery began."""
MONDAY = dt.datetime(2026, 9, 14, 14, 5, tzinfo=dt.timezone(dt.timedelta(hours=2)))
_BAR = (Action.OPEN_COMFORT, Action.CALL)
_BACK_BAR = (Action.BACK, *_BAR)
_PROOF = "TEMOIN1:" + "7QK4M2ZP" * 24


@cache
def sample_page(text: str = "BULLETIN DE SALAIRE") -> str:
    """A drawn page as a base64 JPEG, A4 at 100 dpi."""
    image = Image.new("RGB", (827, 1169), "#FDFCFA")
    pen = ImageDraw.Draw(image)
    font = ImageFont.truetype(str(asset("fonts", "Andika-Regular.ttf")), 22)
    bold = ImageFont.truetype(str(asset("fonts", "Andika-Bold.ttf")), 34)
    pen.rectangle((60, 60, 767, 130), fill="#DDDDDD", outline="#333333")
    pen.text((80, 66), text, fill="#111111", font=bold)
    for row in range(22):
        y = 200 + row * 36
        pen.text((70, y), "Libellé de la ligne", fill="#222222", font=font)
        pen.text((500, y), f"{100 + row * 7},{row:02d}", fill="#222222", font=font)
        pen.line((60, y + 34, 767, y + 34), fill="#CCCCCC")
    stream = io.BytesIO()
    image.save(stream, "JPEG", quality=80)
    return base64.b64encode(stream.getvalue()).decode()


def _guides(language: str) -> tuple[GuideCard, ...]:
    shipped = (
        ("ft.bulletins", "Envoyer mes bulletins de salaire", "À France Travail, pour les mois travaillés.", "payslip"),
        ("caf.dtr", "Déclarer mes revenus du trimestre", "À la CAF, pour le RSA ou la prime d’activité.", "family"),
        (
            "ft.avertissement",
            "Répondre à un avertissement avant sanction",
            "Une lettre de France Travail\u00a0: dix jours pour répondre.",
            "warning_letter",
        ),
    )
    return tuple(
        GuideCard(guide_id, say(language, title), say(language, summary), icon)
        for guide_id, title, summary, icon in shipped
    )


def _pages() -> tuple[PageFacts, ...]:
    return (
        PageFacts(1, "payslip", "2026-07", "Garage Belmontet et Fils"),
        PageFacts(2, "payslip", "2026-09", LONG_EMPLOYER),
    )


class _Samples:
    """Builds frames in one language and one comfort."""

    def __init__(self, language: str, comfort: Comfort) -> None:
        self.language, self.comfort = language, comfort
        self._serial = 0

    def frame(
        self,
        screen: Screen,
        *actions: Action,
        progress: tuple[int, int] | None = None,
        overlay: Overlay | None = None,
        call: HelpView | None = None,
    ) -> Frame:
        self._serial += 1
        return Frame(self._serial, screen, self.language, self.comfort, actions, progress, overlay, call)

    def all(self) -> Iterator[tuple[str, Frame]]:
        yield from self._beginning()
        yield from self._sheets()
        yield from self._ending()
        yield from self._troubles()
        for name, screen, actions in job_samples(MONDAY, sample_page("AVERTISSEMENT")):
            yield name, self.frame(screen, *actions, *_BAR)
        yield from self._overlays()
        yield from self._staff()

    def _beginning(self) -> Iterator[tuple[str, Frame]]:
        guides = _guides(self.language)
        yield "standby", self.frame(Standby(), Action.START, Action.CALL)
        yield "standby-scanner", self.frame(Standby(("scanner",)), Action.START, Action.CALL)
        yield "standby-printer", self.frame(Standby(("printer", "ticket")), Action.START, Action.CALL)
        yield "resume", self.frame(Resume(2, False), Action.RESUME, Action.NOT_ME, *_BAR)
        yield "resume-sent", self.frame(Resume(3, True), Action.RESUME, Action.NOT_ME, *_BAR)
        yield "language", self.frame(ChooseLanguage(LANGUAGES), Action.CHOOSE_LANGUAGE, *_BACK_BAR)
        yield "guide", self.frame(ChooseGuide(guides), Action.CHOOSE_GUIDE, *_BACK_BAR, progress=(1, 5))
        yield (
            "consent",
            self.frame(Consent(guides[0], 24), Action.AGREE, Action.DECLINE, *_BACK_BAR, progress=(1, 5)),
        )
        yield (
            "consent-kept-nowhere",
            self.frame(Consent(guides[0], 0), Action.AGREE, Action.DECLINE, *_BACK_BAR, progress=(1, 5)),
        )

    def _sheets(self) -> Iterator[tuple[str, Frame]]:
        page = sample_page()
        place = (Action.SHEET_PLACED, *_BACK_BAR)
        yield "place", self.frame(PlaceSheet(1), *place, progress=(2, 5))
        waiting = self.frame(PlaceSheet(1, None, KeyTicket.COMING), *_BACK_BAR, progress=(2, 5))
        yield "place-key-coming", waiting
        yield "place-key-missing", self.frame(PlaceSheet(1, None, KeyTicket.MISSING), *place, progress=(2, 5))
        yield "place-next", self.frame(PlaceSheet(2), *place, progress=(2, 5))
        yield "place-again", self.frame(PlaceSheet(2, "blurred"), *place, progress=(2, 5))
        yield "scanning", self.frame(Scanning(2), Action.CANCEL_SCAN, *_BAR, progress=(2, 5))
        yield "scanning-photo", self.frame(Scanning(2, True), Action.CANCEL_SCAN, *_BAR, progress=(2, 5))
        accepted = (Action.CONTINUE, Action.RESCAN, Action.ZOOM, *_BAR)
        facts = (
            ("reading", PageFacts(1), True),
            ("read", _pages()[0], False),
            ("long", PageFacts(12, "employer_certificate", "2026-09", LONG_EMPLOYER), False),
            ("doubt", PageFacts(3, "payslip", "2026-09", LONG_EMPLOYER, ("cut_off", "blurred")), False),
        )
        for name, known, reading in facts:
            yield f"accepted-{name}", self.frame(PageAccepted(known, page, reading), *accepted, progress=(2, 5))
        refused = (Action.RESCAN, Action.KEEP_ANYWAY, *_BACK_BAR)
        for index, code in enumerate(Problem):
            yield (
                f"refused-{code.value}",
                self.frame(PageRefused(2, (code.value,), page, 1 + index % 4), *refused, progress=(2, 5)),
            )
        another = (Action.ADD_SHEET, Action.THAT_IS_ALL, *_BACK_BAR)
        yield "another", self.frame(AnotherSheet(_pages()), *another, progress=(2, 5))
        yield "another-none", self.frame(AnotherSheet(()), Action.ADD_SHEET, *_BACK_BAR, progress=(2, 5))
        yield "checking", self.frame(Checking(3, 1), *_BAR, progress=(3, 5))

    def _ending(self) -> Iterator[tuple[str, Frame]]:
        guide, thumbnail = _guides(self.language)[0], sample_page()
        missing = (Action.ADD_SHEET, Action.DO_NOT_HAVE_IT, *_BACK_BAR)
        months = ("2026-02", "2026-04", "2026-09")
        for name, absent, papers in (
            ("one", months[:1], ()),
            ("two", months[:2], ("bank_details",)),
            ("many", months, ("employer_certificate", "bank_details")),
            ("paper", (), ("notice_before_sanction",)),
        ):
            yield f"missing-{name}", self.frame(MissingMonths(absent, papers), *missing, progress=(3, 5))
        maybe = MissingMonths(months[:2], ("bank_details",), certain=False)
        yield "missing-maybe", self.frame(maybe, *missing, progress=(3, 5))
        review = (Action.SEND, Action.CHANGE, *_BACK_BAR)
        whole = Review(guide, "France Travail", _pages(), (), (), (thumbnail,) * 2)
        lacking = Review(
            guide, "Caisse d’allocations familiales", _pages(), ("2026-08",), ("employer_certificate",), (thumbnail,)
        )
        many = tuple(PageFacts(n, "payslip", f"2026-{n:02d}", LONG_EMPLOYER) for n in range(1, 13))
        crowded = Review(guide, "France Travail", many, months, ("identity",), (thumbnail,) * 3)
        for name, screen in (("whole", whole), ("missing", lacking), ("many", crowded)):
            yield f"review-{name}", self.frame(screen, *review, progress=(4, 5))
        yield "change", self.frame(
            ChangePages(_pages()),
            Action.ADD_SHEET,
            Action.REMOVE_LAST,
            Action.OPEN_KEEPING,
            Action.ERASE_ALL,
            *_BACK_BAR,
            progress=(4, 5),
        )  # fmt: skip
        yield "change-empty", self.frame(ChangePages(()), Action.ADD_SHEET, *_BACK_BAR, progress=(4, 5))
        yield "sending", self.frame(Sending(False), *_BAR, progress=(4, 5))
        yield "sending-printing", self.frame(Sending(True), *_BAR, progress=(4, 5))
        receipt = (Action.RECEIPT_TAKEN, Action.RECEIPT_MISSING, *_BAR)
        for name, a4, ticket, duplicate in (
            ("both", True, True, False),
            ("ticket", False, True, False),
            ("unprinted", False, False, False),
            ("duplicate", True, True, True),
        ):
            printed = ReceiptReady("K7-000123-9", MONDAY, 3, a4, ticket, duplicate, _PROOF)
            offered = (Action.RECEIPT_TAKEN, *_BAR) if duplicate else receipt
            yield f"receipt-{name}", self.frame(printed, *offered, progress=(5, 5))
        goodbye = (Action.ALL_TAKEN, Action.START_AGAIN, *_BAR)
        yield "goodbye-sent", self.frame(Goodbye(True), *goodbye)
        yield "goodbye-nothing", self.frame(Goodbye(False), *goodbye)

    def _troubles(self) -> Iterator[tuple[str, Frame]]:
        offered = (Action.TRY_AGAIN, *_BACK_BAR)
        faults = (*FAULTS, ("reader", "crashed"), ("storage", "disk_full"), ("core", ""))
        for index, (device, fault) in enumerate(faults):
            name = f"trouble-{device}-{fault}".rstrip("-")
            yield name, self.frame(Trouble(device, fault, index % 4), *offered, progress=(2, 5))
        photo = self.frame(Trouble("scanner", "unplugged", 2), Action.TAKE_PHOTO, *offered, progress=(2, 5))
        yield "trouble-photo", photo
        for name, waited in (("seconds", WAITED_SECONDS), ("minutes", WAITED_MINUTES)):
            away = Trouble("scanner", "unplugged", 2, since=-waited)
            yield f"trouble-waiting-{name}", self.frame(away, *offered, progress=(2, 5))
        back = Trouble("scanner", "unplugged", 2, back=True)
        yield "trouble-back", self.frame(back, *offered, progress=(2, 5))

    def _overlays(self) -> Iterator[tuple[str, Frame]]:
        below = PageAccepted(_pages()[1], sample_page(), False)

        def over(overlay: Overlay, *actions: Action, call: HelpView | None = None) -> Frame:
            return self.frame(below, *actions, progress=(2, 5), overlay=overlay, call=call)

        yield "over-still-there", over(StillThere(30), Action.STILL_HERE, Action.CALL)
        covered = HelpView(HelpState.COMING, "Marie-Christine"), HelpView(HelpState.SENT)
        for name, call in zip(("coming", "sent"), covered, strict=True):
            yield f"over-call-cover-{name}", over(CallCover(), Action.STILL_HERE, Action.CALL, call=call)
        for part in ZoomPart:
            yield f"over-zoom-{part.value}", over(Zoom(part), Action.ZOOM, Action.CLOSE, Action.CALL)
        yield "over-erase", over(ConfirmErase(3), Action.ERASE_ALL, Action.CLOSE, Action.CALL)
        yield (
            "over-comfort",
            over(
                ComfortPanel(),
                Action.SET_TEXT_SIZE,
                Action.SET_THEME,
                Action.SET_SLOW,
                Action.SET_VOLUME,
                Action.CLOSE,
                Action.CALL,
            ),
        )
        for state in (HelpState.SENT, HelpState.SEEN, HelpState.COMING, HelpState.HERE):
            named = HelpView(state, None if state is HelpState.SENT else "Marie-Christine", 3)
            cancel = (Action.CANCEL_CALL,) if state in (HelpState.SENT, HelpState.SEEN) else ()
            yield f"over-call-{state.value}", over(CallPanel(), Action.CLOSE, *cancel, call=named)
            yield (
                f"calling-{state.value}",
                self.frame(PlaceSheet(2), Action.SHEET_PLACED, *_BACK_BAR, progress=(2, 5), call=named),
            )
        late = HelpView(HelpState.SENT, None, 4, late=True, phone="04 00 00 00 00")
        closed = HelpView(HelpState.SENT, None, 1, closed=True, opens_at=MONDAY)
        for name, view in (("late", late), ("closed", closed)):
            for slip in (False, True):
                told = replace(view, slip=slip)
                panel = over(CallPanel(), Action.CLOSE, Action.CANCEL_CALL, call=told)
                yield f"over-call-{name}{'-slip' if slip else ''}", panel
        yield "over-share", over(ShareRequest("Marie-Christine"), Action.SHARE_YES, Action.SHARE_NO, Action.CALL)
        here = HelpView(HelpState.HERE, "Marie-Christine")
        shared = over(CallPanel(), Action.CLOSE, Action.STOP_SHARING, call=here)
        yield "over-call-shared", replace(shared, sharing=True)
        below_shared = self.frame(below, Action.CONTINUE, Action.RESCAN, *_BAR, progress=(2, 5), call=here)
        yield "sharing", replace(below_shared, sharing=True, highlight=Action.CONTINUE)

    def _staff(self) -> Iterator[tuple[str, Frame]]:
        out = (Action.LEAVE_STAFF, Action.CALL)
        for fault in ("", "wrong_card", "two_cards", "forged"):
            yield f"badge-{fault or 'reading'}", self.frame(BadgeSeen(fault), *out)
        keys = (Action.TYPE_DIGIT, Action.ERASE_DIGIT, Action.ENTER)
        name = "Marie-Christine Delabruyère"
        for pad in (
            PinPad(name, "mediator", 0, 3),
            PinPad(name, "mediator", 7, 3),
            PinPad(name, "site_manager", 0, 2, refused=True),
            PinPad(name, "mediator", 0, 1, refused=True),
            PinPad(name, "mediator", 0, 3, checking=True),
        ):
            offered = () if pad.checking else keys if pad.digits > 5 else keys[:1]
            state = "checking" if pad.checking else f"{pad.digits}-{pad.tries_left}"
            yield f"pin-{state}", self.frame(pad, *offered, *out)
        yield "pin-blocked", self.frame(PinPad(name, "mediator", 0, 0, refused=True), *out)
        yield "number", self.frame(NumberPad("4217"), *keys, Action.BACK, Action.CALL)
        faulty = {"scanner": "dirty_glass", "printer": "jammed", "clock": "limited"}
        devices = tuple(
            DeviceFacts(
                device,
                Readiness.FAULTY if device in faulty else Readiness.READY,
                faulty.get(device, ""),
                MONDAY,
                "media-jam" if device == "printer" else "",
            )
            for device in ("scanner", "printer", "ticket", "badge", "reader", "sound", "disk", "clock", "certificate")
        )
        room = (*STAFF_ACTIONS, Action.CALL)
        yield "staff", self.frame(StaffRoom(name, "mediator", ()), *room)
        yield "staff-tried", self.frame(StaffRoom(name, "mediator", devices, False, "tried", True), *room)
        yield "staff-busy", self.frame(StaffRoom(name, "mediator", devices, True), *out)


def sample_frames(language: str, comfort: Comfort | None = None) -> list[tuple[str, Frame]]:
    """(name, frame) of every screen in every state."""
    return list(_Samples(language, comfort or Comfort()).all())
