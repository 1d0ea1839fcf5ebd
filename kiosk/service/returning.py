"""Someone who comes back with the key ticket: what it opens, and what may be done with it.

The key stays in memory while its owner is at the machine, and is forgotten by every way out.
"""

from dataclasses import dataclass, field

from kiosk.cases.states import SubmissionState, may_move
from kiosk.journey.jobs import Dossier, Paper
from kiosk.proof.event_code import Event
from kiosk.proof.key_words import NotTheWords, read_key
from kiosk.proof.letter import Letter
from kiosk.proof.seal import CannotUnseal, recipient_of
from kiosk.service.following import Following, Noted
from kiosk.service.live import LiveVisit
from kiosk.service.retention import Retention
from kiosk.service.submissions import BUNDLE, RECEIPT, Submissions
from kiosk.service.visits import CannotBringBack, Visits
from kiosk.storage.registry import Registry, SubmissionRow, VisitRow

_STEPS = {
    "received": (Event.RECEIVED, SubmissionState.RECEIVED),
    "counted": (Event.COUNTED, SubmissionState.COUNTED),
    "decided": (Event.DECIDED, SubmissionState.DECIDED),
}


class OpensNothing(Exception):
    """The key cannot be used here; `reason` is a code that the screen has words for."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Papers:
    """Papers to be printed: tickets (PNG) and sheets (PDF). `about` names the print job, with nothing personal."""

    about: str
    tickets: tuple[bytes, ...] = ()
    sheets: tuple[bytes, ...] = ()


@dataclass(slots=True)
class Opened:
    """What the key opened."""

    identity: str = field(repr=False)
    visit: VisitRow
    row: SubmissionRow


class Returning:
    """The one key that is shown now. Calls block: the core makes them in a thread."""

    def __init__(
        self,
        registry: Registry,
        visits: Visits,
        submissions: Submissions,
        following: Following,
        retention: Retention,
    ) -> None:
        self._registry = registry
        self._visits = visits
        self._submissions = submissions
        self._following = following
        self._retention = retention
        self._opened: Opened | None = None

    def forget(self) -> None:
        """The key leaves the memory."""
        self._opened = None

    def open(self, text: str) -> LiveVisit | None:
        """Find what a key opens; a visit to go on with where a power cut broke it off. Raises `OpensNothing`."""
        try:
            identity = read_key(text)
            rows = self._registry.visits_of(recipient_of(identity)) if identity else ()
        except NotTheWords as error:
            raise OpensNothing("not_the_words") from error
        except CannotUnseal as error:
            raise OpensNothing("no_code") from error
        if identity is None:
            raise OpensNothing("no_code")
        kept = [row for row in rows if row.purged_at is None]
        if not kept:
            raise OpensNothing("nothing_kept")
        row = self._registry.submission_of_visit(kept[-1].id)
        if row is not None and row.number is not None and kept[-1].outcome is not None:
            self._opened = Opened(identity, kept[-1], row)
            return None
        try:
            return self._visits.bring_back(identity)
        except CannotBringBack as error:
            raise OpensNothing("nothing_kept") from error

    def dossier(self) -> Dossier | None:
        """What is kept of it, as it is now; None once it is erased or nothing is open."""
        if self._opened is None:
            return None
        row = self._registry.get_submission(self._opened.row.id)
        visit = self._registry.get_visit(row.visit_id)
        if visit.purged_at is not None or row.number is None:
            return None
        return Dossier(
            row.number,
            (row.issued_at or row.begun_at).astimezone(),
            row.page_count,
            row.body,
            str(row.state),
            row.moved_at.astimezone(),
            visit.keep_until,
            row.pages_counted,
            tuple(_offers(row.state)),
        )

    def paper(self, paper: Paper) -> Papers:
        """Papers asked for. Raises `CannotNote`, `CannotUnseal`, FileNotFoundError."""
        opened = self._need()
        row = self._registry.get_submission(opened.row.id)
        match paper:
            case Paper.DUPLICATE:
                ticket = self._submissions.duplicate_for_desk(row)
                return Papers(f"{row.number}-duplicata", (ticket,), (self._submissions.paper_for_desk(row, RECEIPT),))
            case Paper.REMINDER:
                return Papers(f"{row.number}-relance", sheets=(self._following.letter(row, Letter.REMINDER),))
            case Paper.PAGES:
                return Papers(f"{row.number}-pages", sheets=(self._submissions.paper_for_desk(row, BUNDLE),))
        raise ValueError(paper)

    def opened(self) -> tuple[SubmissionRow, str]:
        """The submission that the key opened, as it is now, and the key. Raises `CannotUnseal`."""
        opened = self._need()
        return self._registry.get_submission(opened.row.id), opened.identity

    def note(self, step: str, counted: int | None, artefact: bytes | None) -> tuple[Paper, Papers]:
        """Note what the body said. Raises `CannotNote`."""
        row = self._registry.get_submission(self._need().row.id)
        noted = self._following.note(row, _STEPS[step][0], counted=counted, artefact=artefact)
        papers = _papers(row, noted)
        return (Paper.COMPLAINT if noted.letter is not None else Paper.FOLLOW_UP), papers

    def erase(self) -> Papers:
        """Erase at once what the key opens. Raises `NothingToErase`, `CannotNote`, `CannotUnseal`."""
        opened = self._need()
        made: list[Noted | None] = []

        def record(_visit: VisitRow) -> None:
            made.append(self._following.note_erased(opened.row))

        self._retention.erase(opened.identity, record)
        self.forget()
        noted = made[0] if made else None
        return _papers(opened.row, noted) if noted is not None else Papers(f"{opened.row.number}-erased")

    def _need(self) -> Opened:
        if self._opened is None:
            raise CannotUnseal("no key is shown")
        return self._opened


def _offers(state: SubmissionState) -> list[str]:
    answers = [name for name, (_, after) in _STEPS.items() if may_move(state, after)]
    reminder = ["reminder"] if state is SubmissionState.SENT else []
    answer = ["answer"] if answers or reminder else []
    return ["duplicate", *answer, "take", "erase", *answers, *reminder, Paper.PAGES, Paper.STICK, Paper.ONE_PAGE]


def _papers(row: SubmissionRow, noted: Noted) -> Papers:
    sheets = (noted.sheet,) if noted.letter is None else (noted.sheet, noted.letter)
    return Papers(f"{row.number}-{noted.event.value}", (noted.ticket,), sheets)
