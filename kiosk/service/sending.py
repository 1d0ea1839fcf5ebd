"""Choosing a way out, and the papers that go with it: the pack to post, the address of a form begun on the portal."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

import pypdfium2

from kiosk.clock import Clock
from kiosk.delivery.choice import CannotSend, Way, channel_for, check_way, details_of
from kiosk.delivery.demarche import URL
from kiosk.delivery.link_paper import render_link
from kiosk.delivery.pack import Post, render_pack
from kiosk.guides.channels import RegisteredMail
from kiosk.guides.library import GuideLibrary
from kiosk.guides.schema import Guide
from kiosk.proof.readback import PDFIUM, ticket_reads_back
from kiosk.proof.seal import CannotUnseal, seal
from kiosk.service.delivering import details_name, draft_name
from kiosk.service.submissions import BUNDLE, Submissions
from kiosk.storage.registry import Conflict, DispatchRow, DispatchStep, Registry, SubmissionRow
from kiosk.storage.vault import Vault

_LONGEST_DETAIL = 300


@dataclass(frozen=True, slots=True)
class Addresses:
    """What the site's manager set: each body's e-mail and postal address, by its code."""

    mail: Mapping[str, str]
    post: Mapping[str, tuple[str, ...]]


class Sending:
    """Calls block: the core makes them in a thread."""

    def __init__(
        self,
        registry: Registry,
        vault: Vault,
        clock: Clock,
        *,
        submissions: Submissions,
        guides: GuideLibrary,
        addresses: Addresses,
    ) -> None:
        self._registry = registry
        self._vault = vault
        self._clock = clock
        self._submissions = submissions
        self._guides = guides
        self._addresses = addresses

    def choose(self, row: SubmissionRow, way: Way, details: Mapping[str, str]) -> DispatchRow:
        """Let the submission leave by `way`. On return it is owed, and a restart goes on. Raises `CannotSend`.

        `details` (a name, fields of a form) are sealed to the desk until they were used. Asking twice is asking once.
        """
        guide = self._guides.get(row.guide_id)
        check_way(guide, way)
        wanted = details_of(guide, way)
        typed = {name: " ".join(value.split())[:_LONGEST_DETAIL] for name, value in details.items() if value.strip()}
        if unknown := set(typed) - {one.name for one in wanted}:
            raise CannotSend(f"Cet envoi n’a pas de champ « {min(unknown)} ».")
        if way is Way.MAIL and guide.body.code not in self._addresses.mail:
            raise CannotSend(f"L’adresse électronique de {guide.body.name} n’est pas réglée sur cette borne.")
        if missing := [one.words for one in wanted if one.needed and one.name not in typed]:
            raise CannotSend(f"Il faut {missing[0]} de la personne (CRPA R112-9-1).")
        if not self._vault.has(row.visit_id, BUNDLE):
            raise CannotSend("Les copies de cet envoi sont effacées.")
        if typed:
            sealed = seal(json.dumps(typed).encode(), [self._submissions.desk_recipient])
            self._vault.put(row.visit_id, details_name(way.value), sealed)
        try:
            return self._registry.plan_dispatch(row.id, way.value, self._clock.now())
        except Conflict as error:
            raise CannotSend("Cet envoi est déjà parti, ou part par un autre chemin.") from error

    def call_back(self, row: SubmissionRow) -> None:
        """Give up the way that is open, as long as nothing left by it. Raises `CannotSend`."""
        now = self._clock.now()
        rows = [one for one in self._registry.dispatches_of(row.id) if one.step in _MAY_BE_CALLED_BACK]
        if not rows:
            raise CannotSend("Rien n’attend de partir, ou il est trop tard.")
        for one in rows:
            if one.passed:
                raise CannotSend("Une partie du dossier est déjà partie.")
            try:
                self._registry.move_dispatch(one.key, DispatchStep.CALLED_BACK, now, only_from=_MAY_BE_CALLED_BACK)
            except Conflict as error:
                raise CannotSend("La borne est en train de l’envoyer.") from error
            for owed in self._registry.obligations_of(row.id):
                if owed.key in (one.key, f"{one.key}-watch"):
                    self._registry.obligation_done(owed.key, now)
            self._vault.remove(row.visit_id, details_name(one.channel))
            self._vault.remove(row.visit_id, draft_name(one.key))

    def try_again(self, row: SubmissionRow) -> None:
        """Let what was given up be tried once more, where it stopped. Raises `CannotSend`."""
        last = next(iter(reversed(self._registry.dispatches_of(row.id))), None)
        if last is None or last.step not in (DispatchStep.GIVEN_UP, DispatchStep.WAITING):
            raise CannotSend("Rien n’est à tenter de nouveau.")
        self._registry.move_dispatch(last.key, DispatchStep.WAITING, self._clock.now())
        self._registry.obligation_again(last.key, self._clock.now())

    def pack(self, row: SubmissionRow, last_day: str = "") -> bytes:
        """The PDF to print for the post, read back. Raises `CannotSend`."""
        guide = self._guides.get(row.guide_id)
        check_way(guide, Way.POST)
        channel = channel_for(guide, Way.POST)
        registered = channel.registered_mail if channel is not None else RegisteredMail.ADVISED
        address = self._addresses.post.get(guide.body.code) or _verified(guide)
        try:
            manifest = self._submissions.manifest_for_desk(row)
            bundle = self._submissions.paper_for_desk(row, BUNDLE)
        except (FileNotFoundError, CannotUnseal) as error:
            raise CannotSend("Les copies de cet envoi sont effacées.") from error
        number = row.number or ""
        pack = render_pack(manifest, bundle, Post(number, address, registered, last_day), self._clock.now())
        if not _numbered(pack, number, len(manifest.pages)):
            raise CannotSend("Le pli n’est pas lisible. Rien n’a été imprimé.")
        return pack

    def link(self, row: SubmissionRow) -> bytes:
        """The ticket (PNG) that brings the visitor to the form begun for them, read back. Raises `CannotSend`."""
        for dispatch in reversed(self._registry.dispatches_of(row.id)):
            if dispatch.channel == Way.DEMARCHE and dispatch.step is DispatchStep.OUTSIDE:
                try:
                    kept = json.loads(self._submissions.paper_for_desk(row, draft_name(dispatch.key)))
                except (FileNotFoundError, CannotUnseal) as error:
                    raise CannotSend("L’adresse du formulaire n’est plus gardée.") from error
                guide = self._guides.get(row.guide_id)
                language = self._registry.get_visit(row.visit_id).language
                ticket = render_link(kept[URL], guide.title.within("fr"), row.number or "", language)
                if not ticket_reads_back(ticket, kept[URL]):
                    raise CannotSend("Le code n’est pas lisible. Rien n’a été imprimé.")
                return ticket
        raise CannotSend("Aucun formulaire n’attend cette personne.")


_MAY_BE_CALLED_BACK = (DispatchStep.WAITING, DispatchStep.OUTSIDE)


def _verified(guide: Guide) -> tuple[str, ...]:
    address = guide.body.address
    return tuple(line.strip() for line in address.value.split(",")) if address is not None and address.verified else ()


def _numbered(pack: bytes, number: str, pages: int) -> bool:
    """Whether each page of the bundle is in the pack, in order, with its place at its foot."""
    with PDFIUM:
        document = pypdfium2.PdfDocument(pack)
        try:
            last = list(document)[-pages:]
            texts = [page.get_textpage().get_text_range() for page in last]
        finally:
            document.close()
    return len(texts) == pages and all(
        f"Reçu n° {number} · page {place}/{pages}" in " ".join(text.split()) for place, text in enumerate(texts, 1)
    )
