"""Words for whoever puts a card in the reader, who may be a visitor."""

from kiosk.mediation.badge_sentences import REFUSED
from kiosk.words import mark

_CARDS = {
    "wrong_card": (mark("Cette carte n’est pas un badge."), mark("Retirez-la.")),
    "unreadable": (mark("Je ne lis pas cette carte."), mark("Retournez-la, puce vers le lecteur.")),
    "two_cards": (mark("Il y a deux cartes."), mark("Laissez-en une seule.")),
    "interrupted": (mark("La carte a été coupée."), mark("Retirez-la, puis remettez-la.")),
    "timed_out": (mark("La carte ne répond pas."), mark("Retirez-la, puis remettez-la.")),
    "crashed": (mark("Le lecteur ne répond pas."), mark("Retirez la carte, puis remettez-la.")),
    "forged": (mark("Ce badge est faux."), mark("Gardez-le et prévenez le responsable.")),
    "unknown_authority": (REFUSED["unknown_authority"], mark("Retirez-le.")),
    "not_yet": (REFUSED["not_yet"], mark("Regardez l’heure de la borne.")),
    "expired": (REFUSED["expired"], mark("Demandez-en un nouveau.")),
    "revoked": (REFUSED["revoked"], mark("Demandez-en un nouveau.")),
    "no_role": (REFUSED["no_role"], mark("Retirez-le.")),
}


def card_words(fault: str) -> tuple[str, str]:
    """What a card is, and what to do with it."""
    return _CARDS.get(fault, _CARDS["unreadable"])
