"""The tables of a month, from counters: activity lines, abandonment by step, incidents, waiting for a human. Pure."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kiosk.guides.schema import Guide
from kiosk.journey.model import Step
from kiosk.reports.blur import Cell, K, blurred, share
from kiosk.reports.counting import (
    BEGUN,
    CHOSE,
    ENDS,
    HANDED,
    LONGEST,
    LONGEST_WAIT,
    MINUTES,
    NO_GUIDE,
    WAITS,
    WALKED,
)

_ISSUES = {HANDED: "dossier remis", WALKED: "abandonné", CHOSE: "arrêté par la personne"}
_TYPES = {HANDED: "accompagnement", WALKED: "information", CHOSE: "information"}
STEP_WORDS = {
    Step.STANDBY: "accueil",
    Step.RESUME: "reprise",
    Step.LANGUAGE: "choix de la langue",
    Step.HOME: "choix de ce qu’on vient faire",
    Step.GUIDE: "choix de la démarche",
    Step.CONSENT: "accord",
    Step.KEEPING: "durée de garde",
    Step.PLACE: "poser une feuille",
    Step.SCANNING: "numérisation",
    Step.ACCEPTED: "page acceptée",
    Step.REFUSED: "page refusée",
    Step.ANOTHER: "autre feuille",
    Step.CHECKING: "vérification",
    Step.MISSING: "papiers manquants",
    Step.REVIEW: "relecture",
    Step.CHANGE: "changer les pages",
    Step.SENDING: "remise",
    Step.RECEIPT: "reçu",
    Step.GOODBYE: "au revoir",
    Step.TROUBLE: "panne",
    Step.KEY_PLACE: "ticket-clé : poser",
    Step.KEY_SCANNING: "ticket-clé : numérisation",
    Step.KEY_WORDS: "ticket-clé : douze mots",
    Step.KEY_CHECKING: "ticket-clé : vérification",
    Step.KEY_REFUSED: "ticket-clé : refusé",
    Step.DOSSIER: "dossier retrouvé",
    Step.ANSWER: "réponse de l’organisme",
    Step.COUNT: "pages comptées",
    Step.ANSWER_PLACE: "réponse : poser la feuille",
    Step.TAKE: "reprendre ses pages",
    Step.ONE_PAGE: "prouver une page",
    Step.STICK_PLACE: "brancher sa clé USB",
    Step.KEPT_ERASE: "effacer ses pages",
    Step.WORKING: "attente d’un papier",
    Step.PAPER: "prendre un papier",
    Step.FAILED_WHAT: "constat : quoi",
    Step.FAILED_WHO: "constat : quel organisme",
    Step.FAILED_WHEN: "constat : quand",
    Step.FAILED_TIMES: "constat : combien de fois",
    Step.FAILED_CHECK: "constat : relecture",
    Step.FAILED_NOTING: "constat : attente",
    Step.FAILED_NOTED: "constat noté",
    Step.LETTER_PLACE: "courrier : poser",
    Step.LETTER_SCANNING: "courrier : numérisation",
    Step.LETTER_CHECK: "courrier : vérification",
    Step.LETTER_UNSURE: "courrier : pas compris",
    Step.LETTER_RECEIVED: "courrier : date de réception",
    Step.LETTER_COUNTING: "courrier : calcul de la date",
    Step.LETTER_PLAN: "courrier : que faire",
}


@dataclass(frozen=True, slots=True)
class Table:
    """A table to write out. `name` is that of its file and sheet."""

    name: str
    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A month. `headline` is the abandonment rate, in words."""

    month: str
    site: str
    headline: str
    notes: tuple[str, ...]
    tables: tuple[Table, ...]


def month_of(text: str) -> tuple[dt.date, dt.date]:
    """The first and the last day of "2026-11". Raises ValueError."""
    first = dt.date.fromisoformat(f"{text}-01")
    return first, (first.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)


def monthly_report(counts: Mapping[str, int], guides: Iterable[Guide], month: str, site: str) -> Report:
    """The report of `month` from the counters added up over it. Every figure is blurred here, and nowhere later."""
    begun = counts.get(BEGUN, 0)
    stopped = sum(value for name, value in counts.items() if name.startswith("stopped."))
    headline = f"Visites commencées et arrêtées avant la remise : {share(stopped, begun)}."
    notes = (
        headline,
        f"Chaque nombre est un multiple de {K}. De 1 à {K - 1} : « moins de {K} ».",
        "Chaque total est arrondi pour lui-même : ce n’est pas la somme des lignes.",
        "Aucune donnée personnelle : ni personne, ni conseiller, ni papier, ni heure.",
    )
    tables = (
        _activity(counts, {guide.id: guide for guide in guides}, month),
        _abandonment(counts, begun),
        _incidents(counts),
        _calls(counts),
    )
    return Report(month, site, headline, notes, tables)


def _activity(counts: Mapping[str, int], guides: Mapping[str, Guide], month: str) -> Table:
    """Lines to copy into the platform of the network; one for each kind of visit, never for a visit."""
    spans = (*(name for _, name in MINUTES), LONGEST)
    rows: list[tuple[Cell, ...]] = []
    for guide_id in (*sorted(guides), NO_GUIDE):
        guide = guides.get(guide_id)
        operator, theme, title = (
            (guide.themes.fs_operator, guide.themes.aidants_connect, guide.title.within("fr"))
            if guide is not None
            else ("-", "-", "démarche non choisie")
        )
        for end in ENDS:
            for span in spans:
                count = counts.get(f"ended.{guide_id}.{end}.{span}", 0)
                if count:
                    line = (operator, theme, title, _TYPES[end], "borne", f"{span} min", _ISSUES[end])
                    rows.append((month, *line, blurred(count)))
    head = ("mois", "opérateur", "thème", "démarche", "type", "canal", "durée", "issue", "nombre")
    return Table("activite", "Activité de la borne", head, tuple(rows))


def _abandonment(counts: Mapping[str, int], begun: int) -> Table:
    rows: list[tuple[Cell, ...]] = [("visites commencées", "", "", blurred(begun))]
    for step in Step:
        walked, chose = (counts.get(f"stopped.{step.value}.{end}", 0) for end in (WALKED, CHOSE))
        if walked or chose:
            rows.append((STEP_WORDS[step], blurred(walked), blurred(chose), blurred(walked + chose)))
    head = ("étape", "sans réponse", "arrêt choisi", "ensemble")
    return Table("abandons", "Où les visites s’arrêtent", head, tuple(rows))


def _incidents(counts: Mapping[str, int]) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for name, value in sorted(counts.items()):
        kind, _, rest = name.partition(".")
        if kind == "incident":
            device, _, fault = rest.partition(".")
            rows.append(("panne", device, fault, blurred(value)))
        elif kind == "refused":
            rows.append(("page refusée", "-", rest, blurred(value)))
    return Table("incidents", "Incidents par sorte", ("sorte", "appareil", "cause", "nombre"), tuple(rows))


def _calls(counts: Mapping[str, int]) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for step in Step:
        called = counts.get(f"help.called.{step.value}", 0)
        if called:
            rows.append(("appel", STEP_WORDS[step], blurred(called)))
    for span in (*(name for _, name in WAITS), LONGEST_WAIT):
        rows.append(("attente", f"{span} min", blurred(counts.get(f"help.wait.{span}", 0))))
    rows.append(("personne n’est venu", "", blurred(counts.get("help.nobody", 0))))
    return Table("appels", "Un humain : appels et attente", ("quoi", "où ou combien", "nombre"), tuple(rows))
