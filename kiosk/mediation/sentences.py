"""What a mediator is told when a call does not move: French, one sentence."""

from kiosk.journey.views import HelpState
from kiosk.mediation.help import Refusal, Refused

STATE_WORDS = {
    HelpState.SENT: "en attente",
    HelpState.SEEN: "vu",
    HelpState.COMING: "en chemin",
    HelpState.HERE: "sur place",
    HelpState.CLOSED: "terminé",
    HelpState.CANCELLED: "annulé",
}


def refusal_sentence(refused: Refused) -> str:
    """Why the call stays as it is."""
    match refused.refusal:
        case Refusal.TAKEN:
            return f"{refused.request.mediator} répond déjà à cet appel."
        case Refusal.OVER:
            return "Cet appel est déjà fini."
        case Refusal.BACKWARDS:
            return f"Cet appel est déjà plus loin\u00a0: {STATE_WORDS[refused.request.state]}."
