"""The words of an event: what its receipt says and proves, and what verification says of its code."""

from dataclasses import dataclass

from kiosk.proof import wording
from kiosk.proof.event_code import Event, EventClaims
from kiosk.proof.manifest import receipt_number
from kiosk.words import mark, say


@dataclass(frozen=True, slots=True)
class EventWords:
    """What an event is called, what its receipt proves and what it does not ({body} is the public body)."""

    title: str
    proves: str
    does_not: str


WORDS = {
    Event.SENT: EventWords(
        mark("Envoyé"),
        mark("Le départ du dossier vers {body} a été noté à cette date."),
        mark("Il ne prouve pas que {body} l’a reçu."),
    ),
    Event.RECEIVED: EventWords(
        mark("Reçu par l’organisme"),
        mark("Le conseiller a noté l’accusé de réception de {body}."),
        mark("Il ne prouve pas que {body} a compté toutes les pages."),
    ),
    Event.COUNTED: EventWords(
        mark("Pages comptées"),
        mark("Le conseiller a noté le nombre de pages que {body} affiche."),
        mark("Il ne prouve pas que {body} les a lues."),
    ),
    Event.DECIDED: EventWords(
        mark("Décision reçue"),
        mark("Le conseiller a noté une décision de {body}."),
        mark("Il ne dit pas si cette décision est juste. Vous pouvez la contester."),
    ),
    Event.ERASED: EventWords(
        mark("Copies effacées"),
        mark("À votre demande, la borne a effacé les copies scellées de ces pages."),
        mark("Il n’efface rien chez {body}. Votre reçu reste valable."),
    ),
    Event.UNSURE: EventWords(
        mark("Peut-être envoyé"),
        mark("L’envoi à {body} a été tenté. La réponse s’est perdue."),
        mark("Il ne prouve pas que le dossier est parti. Un conseiller vérifie."),
    ),
    Event.RETURNED: EventWords(
        mark("Non remis"),
        mark("L’envoi à {body} a été refusé, ou est revenu."),
        mark("Il ne ferme aucun droit. Le dossier peut partir de nouveau."),
    ),
    Event.IMPOSSIBLE: EventWords(
        mark("Constat d’impossibilité"),
        mark("Il a été noté ici, à cette heure, que la démarche a échoué."),
        mark("Il ne prouve pas la cause. Seul, il n’a pas de force légale."),
    ),
}

_GENUINE = mark("Code authentique : « {event} », noté le {date}, {hour} ({offset}), pour le reçu n° {number}.")
_GENUINE_FAILURE = mark("Code authentique : « {event} », noté le {date}, {hour} ({offset}), sous le n° {number}.")
_COUNTED = mark("{counted} pages comptées sur {pages}.")
_REFERENCE = mark("Référence : {reference}.")
NO_PAGES = mark("Cette feuille est un suivi. Elle ne contient pas de pages à vérifier.")
_THE_BODY = mark("l’organisme")


def genuine_event(claims: EventClaims, language: str) -> str:
    """The verdict on an event's code, with all it says: the reader compares it with the paper."""
    parts = [
        say(
            language,
            _GENUINE_FAILURE if claims.event is Event.IMPOSSIBLE else _GENUINE,
            event=say(language, WORDS[claims.event].title),
            date=wording.long_date(claims.at, language),
            hour=wording.hour(claims.at, language),
            offset=wording.offset(claims.at),
            number=receipt_number(claims.kiosk, claims.receipt),
        )
    ]
    if claims.counted is not None:
        parts.append(say(language, _COUNTED, counted=claims.counted, pages=claims.pages))
    if claims.reference:
        parts.append(say(language, _REFERENCE, reference=claims.reference))
    return " ".join(parts)


def does_not_prove(claims: EventClaims, language: str) -> str:
    """What the event leaves open."""
    return say(language, WORDS[claims.event].does_not, body=say(language, _THE_BODY))
