"""The visitor's own copy on a USB stick, given only to whoever holds the key of the visit."""

from collections.abc import Callable, Sequence
from pathlib import Path

from kiosk.delivery.stick import Copied, NotCopied, StickFault, copy_to_stick, find_stick
from kiosk.proof.key_words import NotTheWords, read_key
from kiosk.proof.manifest import decode_manifest
from kiosk.proof.page_proof import prove_page
from kiosk.proof.seal import CannotUnseal, recipient_of, seal, unseal
from kiosk.service.submissions import BUNDLE, MANIFEST, PROOF, RECEIPT, Submissions
from kiosk.stick_sentences import STICK_SENTENCES
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
        return self._put(row, lambda: self._files(row, sealed=sealed))

    def take_back(self, row: SubmissionRow, identity: str, page: int | None) -> tuple[str, ...]:
        """Put the scans with a proof for each on the stick, receipt and copy beside them; or one page with its proof.

        Nothing on the stick says anything of the other pages then. Raises `CannotCopy`.
        """
        self._check_key(row, identity)
        return self._put(row, lambda: self._proved(row, identity, page))

    def _put(self, row: SubmissionRow, files: Callable[[], dict[str, bytes]]) -> tuple[str, ...]:
        stick = self.stick()
        if isinstance(stick, StickFault):
            raise CannotCopy(STICK_SENTENCES[stick], stick)
        outcome = copy_to_stick(stick, row.number or "", files())
        match outcome:
            case Copied(names):
                return names
            case NotCopied(fault):
                raise CannotCopy(STICK_SENTENCES[fault], fault)

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

    def _proved(self, row: SubmissionRow, identity: str, page: int | None) -> dict[str, bytes]:
        try:
            manifest, proof = (self._submissions.paper_for_desk(row, name) for name in (MANIFEST, PROOF))
            listed = decode_manifest(manifest)
            scans = [f"{one.id}.scan.age" for one in self._registry.pages_of(row.visit_id)]
            files: dict[str, bytes] = {} if page is not None else self._files(row, sealed=False)
            for number in [page] if page is not None else range(1, len(scans) + 1):
                kind = listed.pages[number - 1].media_type.rpartition("/")[2]
                files[f"page-{number}.{kind}"] = unseal(self._vault.get(row.visit_id, scans[number - 1]), identity)
                files[f"page-{number}.preuve"] = prove_page(listed, proof, number)
        except (FileNotFoundError, CannotUnseal, IndexError) as error:
            raise CannotCopy("Les copies de cet envoi sont effacées.") from error
        return files
