"""The words of the receipt and of the ticket: short sentences, said first in French."""

import datetime as dt
from dataclasses import dataclass

from kiosk.proof.evidence import Bounds
from kiosk.proof.model import Manifest, PageEntry, ProofLevel
from kiosk.proof.timestamp import Token
from kiosk.words import SOURCE_LANGUAGE, mark, say, say_many

TITLE = mark("Reçu")
SUBTITLE = mark("attestation de numérisation et d’envoi")

_MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)

_CHANNELS = {
    "desk": mark("Au guichet, avec l’aide d’un médiateur"),
    "portal": mark("Sur le site de l’organisme"),
    "post": mark("Par courrier"),
    "mail": mark("Par courriel"),
    "phone": mark("Par téléphone"),
}

ALSO_FOR = mark("Peut aussi ouvrir vos pages :")
_ALSO = f". {ALSO_FOR} "

_DOUBTS = {
    "blurred": mark("floue"),
    "cut_off": mark("coupée"),
    "dark": mark("sombre"),
    "glare": mark("reflet"),
    "blank": mark("vide"),
    "low_resolution": mark("petite"),
    "folded": mark("pliée"),
    "not_a_document": mark("pas un papier"),
    "duplicate": mark("en double"),
    "missing_page": mark("il manque une page"),
    "upside_down": mark("à l’envers"),
    "seal_differs": mark("code et texte différents"),
}


@dataclass(frozen=True, slots=True)
class LevelWords:
    """What a level is called, what it proves and what it does not ({body} is the public body)."""

    name: str
    proves: str
    does_not: str


LEVELS = {
    ProofLevel.SCANNED: LevelWords(
        mark("Numérisé"),
        mark("La borne a numérisé ces pages à cette date. Elle en garde une copie scellée."),
        mark("Il ne prouve pas que les pages sont parties vers {body}."),
    ),
    ProofLevel.SENT: LevelWords(
        mark("Remis ou envoyé"),
        mark("La borne a numérisé ces pages. Elles ont été remises ou envoyées à cette date."),
        mark("Il ne prouve pas que {body} les a reçues, lues ou comptées."),
    ),
    ProofLevel.ACKNOWLEDGED: LevelWords(
        mark("Réception confirmée"),
        mark("Ces pages ont été envoyées. {body} a confirmé la réception."),
        mark("Il ne prouve pas que {body} a compté toutes les pages."),
    ),
    ProofLevel.COUNTED: LevelWords(
        mark("Pages comptées"),
        mark("{body} a confirmé la réception et le nombre de pages."),
        mark("Il ne prouve pas que {body} a pris une décision."),
    ),
}

CLOCK_ALONE = mark("L’heure est celle de la borne. Aucun tiers ne l’a certifiée.")
_CLOCK_AFTER = mark("L’heure est celle de la borne. {authority} certifie qu’il est établi après le {after}.")
BETWEEN = mark("Établi entre le {after} et le {before}.")
BEFORE = mark("Établi avant le {before}.")
AFTER = mark("Établi après le {after}.")

NEVER_PROVED = (
    CLOCK_ALONE,
    mark("Il ne remplace pas l’accusé de réception de l’organisme."),
    mark("Il ne dit rien de ce qui est écrit sur les pages."),
)


def long_date(when: dt.date, language: str) -> str:
    """ "22 novembre 2026", "1er mars 2026", "22 November 2026"."""
    if language == SOURCE_LANGUAGE:
        return f"{'1er' if when.day == 1 else when.day} {_MONTHS[when.month - 1]} {when.year}"
    from kiosk.dates import day_of  # the stand-alone verifier speaks French and has no Babel

    return day_of(language, when)


def hour(when: dt.datetime, language: str) -> str:
    """ "14 h 05" in French, "14:05" elsewhere; as the kiosk's wall showed it."""
    if language == SOURCE_LANGUAGE:
        return f"{when.hour} h {when.minute:02d}"
    from kiosk.dates import hour_of

    return hour_of(language, when)


def offset(when: dt.datetime) -> str:
    """ "UTC+01:00"."""
    return f"UTC{when.isoformat()[-6:]}"


def moment(when: dt.datetime, like: dt.datetime, language: str) -> str:
    """ "22 novembre 2026, 14 h 05", on the clock of the place where `like` was told."""
    local = when.astimezone(like.tzinfo)
    return f"{long_date(local, language)}, {hour(local, language)}"


def clock(issued_at: dt.datetime, since: Token | None, language: str) -> str:
    """What the receipt says of its own hour, `since` being the stamp it carries."""
    if since is None:
        return say(language, CLOCK_ALONE)
    return say(language, _CLOCK_AFTER, after=moment(since.time, issued_at, language), authority=since.name)


def between(issued_at: dt.datetime, known: Bounds, language: str) -> str:
    """ "Établi entre le … et le …", or the half of it that is known; nothing where nothing is."""
    after, before = (
        moment(stamp.time, issued_at, language) if stamp is not None else "" for stamp in (known.since, known.until)
    )
    if after and before:
        return say(language, BETWEEN, after=after, before=before)
    if before:
        return say(language, BEFORE, before=before)
    return say(language, AFTER, after=after) if after else ""


def never_proved(issued_at: dt.datetime, since: Token | None, language: str) -> tuple[str, ...]:
    """What no receipt proves, said in `language`."""
    return (clock(issued_at, since, language), *(say(language, sentence) for sentence in NEVER_PROVED[1:]))


def channel(code: str, language: str) -> str:
    """The way the pages went, in words; the code itself where there are none. Names whoever may open them too."""
    way, also, name = code.partition(_ALSO)
    said = say(language, _CHANNELS.get(way, way))
    return f"{said}. {say(language, ALSO_FOR)} {name}" if also else said


def names_a_trusted_person(manifest: Manifest) -> bool:
    """Whether somebody beside the visitor may open the pages."""
    return _ALSO in manifest.channel


def channel_and_trusted(code: str, name: str | None) -> str:
    """The same way, for pages that `name` (if any) may open too: said in a field of the receipt that is signed."""
    return f"{code}{_ALSO}{name}" if name else code


def doubts(page: PageEntry, language: str) -> str:
    """ "Gardée malgré : floue, coupée", or nothing."""
    if not page.doubts:
        return ""
    words = ", ".join(say(language, _DOUBTS.get(code, code)) for code in page.doubts)
    return say(language, mark("Gardée malgré un doute : {doubts}"), doubts=words)


def page_label(page: PageEntry, language: str) -> str:
    """What the page was read as, and its place in a file of several pages."""
    label = page.label or say(language, mark("Page"))
    if page.source_pages <= 1:
        return label
    place = say(language, mark("page {page} sur {pages}"), page=page.source_page, pages=page.source_pages)
    return f"{label} ({place})"


def lead(manifest: Manifest, language: str) -> str:
    """ "3 pages numérisées pour France Travail": never more than the level says."""
    count, body = len(manifest.pages), manifest.body
    if manifest.level is ProofLevel.SCANNED:
        return say_many(
            language,
            "{count} page numérisée pour {body}",
            "{count} pages numérisées pour {body}",
            count,
            body=body,
        )
    return say_many(
        language, "{count} page transmise pour {body}", "{count} pages transmises pour {body}", count, body=body
    )


def missing(manifest: Manifest, language: str) -> str:
    """ "Il manque : février 2026", or nothing."""
    if not manifest.missing:
        return ""
    return say(language, mark("Il manque : {what}"), what=", ".join(manifest.missing))


def languages(manifest: Manifest) -> tuple[str, ...]:
    """French, then the visitor's language if it is another."""
    return spoken(manifest.language)


def spoken(language: str) -> tuple[str, ...]:
    """French, then `language` if it is another and our words are translated: nothing is said twice in French."""
    translated = say(language, TITLE) != TITLE
    return (SOURCE_LANGUAGE, language) if translated else (SOURCE_LANGUAGE,)
