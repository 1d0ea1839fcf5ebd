"""What the other side says later: reports about e-mails in the site's mailbox, news of a form the visitor finishes.

Each is noted in the ledger like a mediator's step. News never make a submission leave: they only tell that it did.
"""

import datetime as dt
import json
from collections.abc import Callable
from functools import partial
from pathlib import Path

import structlog

from kiosk.cases.states import SubmissionState
from kiosk.clock import Clock
from kiosk.delivery.api import DeliveryFault, Failed
from kiosk.delivery.demarche import DemarcheChannel, DraftState, News
from kiosk.delivery.mail_message import envelope_id
from kiosk.delivery.reports_of_mail import ARRIVED, Action, MailReport, looked_at, new_mail, read_report
from kiosk.proof.event_code import Event
from kiosk.service.delivering import LEFT, draft_name
from kiosk.service.following import CannotNote, Following
from kiosk.service.submissions import Submissions
from kiosk.storage.registry import (
    DispatchRow,
    DispatchStep,
    ObligationKind,
    ObligationRow,
    Registry,
    SubmissionRow,
)
from kiosk.storage.vault import Vault

log = structlog.get_logger()

ASK_AGAIN = dt.timedelta(minutes=15)
ASK_FOR = dt.timedelta(days=60)
"""A draft that nobody claimed for so long is forgotten by the portal, too."""
REPORTS_COME_FOR = dt.timedelta(days=30)


class Watching:
    """Looks at the mailbox and asks the portal. Calls block: made in a thread."""

    def __init__(
        self,
        registry: Registry,
        vault: Vault,
        clock: Clock,
        *,
        submissions: Submissions,
        following: Following,
        demarche: DemarcheChannel,
        maildir: Path | None,
        ask_again: dt.timedelta = ASK_AGAIN,
    ) -> None:
        self._registry = registry
        self._vault = vault
        self._clock = clock
        self._submissions = submissions
        self._following = following
        self._demarche = demarche
        self._maildir = maildir
        self._ask_again = ask_again

    def look(self) -> None:
        """Everything that is new. One thing that goes wrong keeps nothing else waiting."""
        if self._maildir is not None:
            for path, raw in new_mail(self._maildir):
                self._safely(partial(self._mail, path, raw))
        for owed in self._registry.due_obligations(self._clock.now()):
            if owed.kind is ObligationKind.WATCH:
                self._safely(partial(self._ask, owed))

    def _safely(self, act: Callable[[], None]) -> None:
        try:
            act()
        except Exception:
            log.exception("watching_failed")

    def _mail(self, path: Path, raw: bytes) -> None:
        report = read_report(raw)
        dispatch = self._about(report) if report is not None else None
        if report is not None and dispatch is not None:
            self._reported(report, dispatch)
        looked_at(path)

    def _about(self, report: MailReport) -> DispatchRow | None:
        """The attempt that a report speaks of; None for one that was not ours, or whose tag was guessed."""
        part = int(report.envelope.split(".")[2])
        since = self._clock.now() - REPORTS_COME_FOR
        for dispatch in self._registry.dispatches_planned_since(since):
            row = self._registry.get_submission(dispatch.submission_id)
            if report.envelope == envelope_id(dispatch.key, row.number or "", dispatch.number, part):
                return dispatch
        return None

    def _reported(self, report: MailReport, dispatch: DispatchRow) -> None:
        row = self._following.catch_up(self._registry.get_submission(dispatch.submission_id))
        now = self._clock.now()
        log.info("mail_report", what=report.action.value)
        if report.action in ARRIVED and dispatch.step is DispatchStep.UNSURE:
            # One message that was in hand: the report answers what the lost reply would have.
            if int(report.envelope.split(".")[2]) == dispatch.passed + 1 == dispatch.parts:
                self._note(row, Event.SENT, report.envelope)
                self._registry.move_dispatch(dispatch.key, DispatchStep.SENT, now, passed=dispatch.parts)
        elif report.action is Action.FAILED and row.state in (SubmissionState.SENT, SubmissionState.UNSURE):
            self._note(row, Event.RETURNED, report.envelope)
            self._registry.move_dispatch(dispatch.key, DispatchStep.RETURNED, now, fault=DeliveryFault.REFUSED.value)

    def _ask(self, owed: ObligationRow) -> None:
        row = self._following.catch_up(self._registry.get_submission(owed.submission_id))
        key = owed.key.removesuffix("-watch")
        now = self._clock.now()
        try:
            kept = json.loads(self._submissions.paper_for_desk(row, draft_name(key)))
        except FileNotFoundError:
            self._registry.obligation_failed(owed.key, DeliveryFault.BUNDLE_MISSING.value, None)
            return
        news = self._demarche.news(kept)
        if isinstance(news, News):
            row = self._told(row, key, news)
        fault = news.fault.value if isinstance(news, Failed) else "not_yet"
        if row.state is SubmissionState.DECIDED or now - owed.created_at > ASK_FOR:
            self._vault.remove(row.visit_id, draft_name(key))
            self._registry.obligation_done(owed.key, now)
        else:
            self._registry.obligation_failed(owed.key, fault, now + self._ask_again)

    def _told(self, row: SubmissionRow, key: str, news: News) -> SubmissionRow:
        """Each step the portal tells, in order; one that was noted before is left alone."""
        reference = f"Démarche numérique n° {news.number}"
        if news.submitted_at is not None and row.state not in LEFT:
            self._note(row, Event.SENT, f"{reference}, {news.submitted_at:%Y-%m-%d %H:%M}")
            self._registry.move_dispatch(key, DispatchStep.SENT, self._clock.now())
            row = self._registry.get_submission(row.id)
        if news.state in _TAKEN_UP and row.state is SubmissionState.SENT:
            self._note(row, Event.RECEIVED, reference)
            row = self._registry.get_submission(row.id)
        if news.processed_at is not None and row.state in LEFT and row.state is not SubmissionState.DECIDED:
            self._note(row, Event.DECIDED, reference)
            row = self._registry.get_submission(row.id)
        return row

    def _note(self, row: SubmissionRow, event: Event, reference: str) -> None:
        try:
            self._following.note(row, event, reference=_short(reference))
        except CannotNote:
            self._following.catch_up(self._registry.get_submission(row.id))


_TAKEN_UP = frozenset({DraftState.TAKEN_UP, DraftState.ACCEPTED, DraftState.REFUSED, DraftState.CLOSED})
"""The service has opened the file: it has received it."""


def _short(reference: str) -> str:
    return reference.encode()[:60].decode("utf-8", "ignore")
