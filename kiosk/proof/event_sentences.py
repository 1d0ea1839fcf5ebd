"""What verification says of the code of an event."""

from kiosk.proof import wording
from kiosk.proof.event_code import Event, EventClaims
from kiosk.proof.event_words import WORDS
from kiosk.proof.manifest import receipt_number
from kiosk.proof.sentences import THE_BODY
from kiosk.words import mark, say

GENUINE = mark("Code authentique : « {event} », noté le {date}, {hour} ({offset}), pour le reçu n° {number}.")
GENUINE_FAILURE = mark("Code authentique : « {event} », noté le {date}, {hour} ({offset}), sous le n° {number}.")
COUNTED = mark("{counted} pages comptées sur {pages}.")
REFERENCE = mark("Référence : {reference}.")
NO_PAGES = mark("Cette feuille est un suivi. Elle ne contient pas de pages à vérifier.")


def genuine_words(event: Event) -> str:
    """How the verdict on an event begins: a failure record belongs to no receipt."""
    return GENUINE_FAILURE if event is Event.IMPOSSIBLE else GENUINE


def genuine_event(claims: EventClaims, language: str) -> str:
    """The verdict on an event's code, with all it says: the reader compares it with the paper."""
    parts = [
        say(
            language,
            genuine_words(claims.event),
            event=say(language, WORDS[claims.event].title),
            date=wording.long_date(claims.at, language),
            hour=wording.hour(claims.at, language),
            offset=wording.offset(claims.at),
            number=receipt_number(claims.kiosk, claims.receipt),
        )
    ]
    if claims.counted is not None:
        parts.append(say(language, COUNTED, counted=claims.counted, pages=claims.pages))
    if claims.reference:
        parts.append(say(language, REFERENCE, reference=claims.reference))
    return " ".join(parts)


def does_not_prove(claims: EventClaims, language: str) -> str:
    """What the event leaves open."""
    return say(language, WORDS[claims.event].does_not, body=say(language, THE_BODY))
