"""From the state of the visit to the frame that the screen draws."""

from kiosk.journey import staff
from kiosk.journey.allowed import allowed
from kiosk.journey.model import Breakdown, Page, Rules, Step, Visit
from kiosk.journey.presenter_jobs import present_job
from kiosk.journey.seat import Seat, Stage
from kiosk.journey.views import Frame, Screen
from kiosk.journey.visit_views import (
    AnotherSheet,
    ChangePages,
    Checking,
    ChooseGuide,
    ChooseLanguage,
    Consent,
    Goodbye,
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

_PROGRESS = {
    Step.GUIDE: 1,
    Step.KEEPING: 4,
    Step.CONSENT: 1,
    Step.PLACE: 2,
    Step.SCANNING: 2,
    Step.ACCEPTED: 2,
    Step.REFUSED: 2,
    Step.ANOTHER: 2,
    Step.CHECKING: 3,
    Step.MISSING: 3,
    Step.REVIEW: 4,
    Step.CHANGE: 4,
    Step.SENDING: 4,
    Step.RECEIPT: 5,
}
_STEPS = 5
STAFF_LANGUAGE = "fr"
_THUMBNAILS = 3


def present(visit: Visit, rules: Rules) -> Frame:
    """The frame of `visit`: all that the interface needs to draw from nothing."""
    if visit.staff is not None:
        return _for_staff(visit, visit.staff, rules)
    reached = _PROGRESS.get(visit.step)
    return Frame(
        serial=visit.serial,
        screen=_screen(visit, rules),
        language=visit.language,
        comfort=visit.comfort,
        actions=allowed(visit, rules),
        progress=(reached, _STEPS) if reached is not None else None,
        overlay=visit.overlay,
        help=visit.help,
        sharing=visit.sharing,
        highlight=visit.highlight,
    )


def _for_staff(visit: Visit, seat: Seat, rules: Rules) -> Frame:
    """Nothing of the visit beneath leaves the core. A card that is no badge speaks to whoever put it in."""
    anyone = seat.stage in (Stage.READING, Stage.REFUSED)
    return Frame(
        serial=visit.serial,
        screen=staff.screen(visit, seat),
        language=visit.language if anyone else STAFF_LANGUAGE,
        comfort=visit.comfort,
        actions=allowed(visit, rules),
        help=visit.help,
    )


def _facts(number: int, page: Page) -> PageFacts:
    return PageFacts(number, page.kind, page.period, page.employer, page.doubts)


def _all_facts(visit: Visit) -> tuple[PageFacts, ...]:
    return tuple(_facts(number, page) for number, page in enumerate(visit.pages, 1))


def _screen(visit: Visit, rules: Rules) -> Screen:
    step = visit.step
    match step:
        case Step.STANDBY:
            return Standby(visit.out_of_order)
        case Step.RESUME:
            broken = visit.interrupted
            return Resume(broken.pages if broken else 0, broken.sent if broken else False)
        case Step.LANGUAGE:
            return ChooseLanguage(rules.languages)
        case Step.GUIDE:
            return ChooseGuide(tuple(rules.card(guide_id, visit.language) for guide_id in rules.guides))
        case Step.CONSENT:
            return Consent(rules.card(visit.guide_id, visit.language), rules.keep_months)
        case Step.PLACE:
            again = visit.refused.problems[0] if visit.refused and visit.refused.problems else None
            return PlaceSheet(len(visit.pages) + 1, again, visit.key_ticket)
        case Step.SCANNING:
            return Scanning(len(visit.pages) + 1, visit.by_photo)
        case Step.ACCEPTED:
            page = visit.pages[-1]
            return PageAccepted(_facts(len(visit.pages), page), page.image, not page.read)
        case Step.REFUSED:
            sheet = visit.refused
            problems, image = (sheet.problems, sheet.image) if sheet else ((), "")
            return PageRefused(len(visit.pages) + 1, problems, image, visit.tries)
        case Step.ANOTHER:
            return AnotherSheet(_all_facts(visit))
        case Step.CHECKING:
            return Checking(len(visit.pages), sum(page.read for page in visit.pages))
        case Step.MISSING:
            return MissingMonths(visit.missing.months, visit.missing.papers, visit.missing.certain)
        case Step.REVIEW:
            return Review(
                rules.card(visit.guide_id, visit.language),
                rules.body(visit.guide_id, visit.language),
                _all_facts(visit),
                visit.missing.months,
                visit.missing.papers,
                tuple(page.thumbnail for page in visit.pages[:_THUMBNAILS]),
            )
        case Step.CHANGE:
            return ChangePages(_all_facts(visit))
        case Step.SENDING:
            return Sending(visit.receipt is not None)
        case Step.RECEIPT:
            return _receipt(visit)
        case Step.GOODBYE:
            return Goodbye(visit.receipt is not None)
        case Step.TROUBLE:
            failed = visit.breakdown or Breakdown("core", "", Step.ANOTHER)
            return Trouble(failed.device, failed.fault, len(visit.pages), failed.since, failed.back)
        case _:
            return present_job(visit, rules)


def _receipt(visit: Visit) -> Screen:
    receipt = visit.receipt
    if receipt is None:
        return Sending(True)
    return ReceiptReady(
        receipt.number,
        receipt.issued_at,
        receipt.pages,
        receipt.printed_a4,
        receipt.printed_ticket,
        receipt.duplicate,
        receipt.proof,
        receipt.a4_fault,
        receipt.ticket_fault,
    )
