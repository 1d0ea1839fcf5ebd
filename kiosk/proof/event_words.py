"""What the receipt of an event says and proves: words that a visitor takes home."""

from dataclasses import dataclass

from kiosk.proof.event_code import Event
from kiosk.words import mark


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
