"""The visitor's own copy on a USB stick, given only to whoever holds the key of the visit."""

from collections.abc import Sequence
from pathlib import Path

from kiosk.delivery.stick import STICK_WORDS, Copied, NotCopied, StickFault, copy_to_stick, find_stick
from kiosk.proof.key_words import NotTheWords, read_key
from kiosk.proof.seal import CannotUnseal, recipient_of, seal
from kiosk.service.submissions import BUNDLE, RECEIPT, Submissions
from kiosk.storage.registry import Registry, SubmissionRow
from kiosk.storage.vault import Vault
from kiosk.words import SOURCE_LANGUAGE, mark, say

_HOW_TO = mark("Ces fichiers sont fermés. Votre ticket-clé les ouvre, avec le programme libre « age » :")
_COMMAND = "age -d -i cle.txt recu-pdf.age > recu.pdf"


class CannotCopy(Exception):
    """The copy was not made. The message is one French sentence, for the person."""

    def __init__(self, sentence: str, fault: StickFault | None = None) -> None:
        super().__init__(sentence)
        self.fault = fault


class VisitorCopies:
    """Calls block: the core makes them in a thread."""

    def __init__(
        self, registry: Registry, vault: Vault, submissions: Submissions, roots: Sequence[Path], *, mounted: bool = True
    ) -> None:
        self._registry = registry
        self._vault = vault
        self._submissions = submissions
        self._roots = roots
        self._mounted = mounted

    def stick(self) -> Path | StickFault:
        """The stick that is there, or why none can be used: for a screen that asks before."""
        return find_stick(self._roots, mounted=self._mounted)

    def copy(self, row: SubmissionRow, key: str, *, sealed: bool) -> tuple[str, ...]:
        """Put the receipt and the pages on the stick; the names of the files there. Raises `CannotCopy`.

        `key` is the text of the key ticket or its twelve words. Sealed files open with that key only; the others are
        plain PDFs that whoever finds the stick can read.
        """
        self._check_key(row, key)
        stick = self.stick()
        if isinstance(stick, StickFault):
            raise CannotCopy(STICK_WORDS[stick], stick)
        outcome = copy_to_stick(stick, row.number or "", self._files(row, sealed=sealed))
        match outcome:
            case Copied(names):
                return names
            case NotCopied(fault):
                raise CannotCopy(STICK_WORDS[fault], fault)

    def _check_key(self, row: SubmissionRow, key: str) -> None:
        try:
            identity = read_key(key)
            fits = identity is not None and recipient_of(identity) == self._registry.get_visit(row.visit_id).recipient
        except (NotTheWords, CannotUnseal):
            fits = False
        if not fits:
            raise CannotCopy("Cette clé n’est pas celle de cet envoi.")

    def _files(self, row: SubmissionRow, *, sealed: bool) -> dict[str, bytes]:
        try:
            receipt, bundle = (self._submissions.paper_for_desk(row, name) for name in (RECEIPT, BUNDLE))
            if not sealed:
                return {"recu.pdf": receipt, "pages.pdf": bundle}
            visitor = [self._registry.get_visit(row.visit_id).recipient]
            scans = [f"{page.id}.scan.age" for page in self._registry.pages_of(row.visit_id)]
            return {
                "recu-pdf.age": seal(receipt, visitor),
                "pages-pdf.age": seal(bundle, visitor),
                **{f"scan-{place}.age": self._vault.get(row.visit_id, name) for place, name in enumerate(scans, 1)},
                "LISEZ-MOI.txt": f"{say(SOURCE_LANGUAGE, _HOW_TO)}\n\n{_COMMAND}\n".encode(),
            }
        except (FileNotFoundError, CannotUnseal) as error:
            raise CannotCopy("Les copies de cet envoi sont effacées.") from error
