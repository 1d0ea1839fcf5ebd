"""A label for every action, so that nothing the core offers can be left without a button."""

from kiosk.journey.actions import Action
from kiosk.words import mark

LABELS = {
    Action.START: (mark("Commencer"), "arrow_right"),
    Action.AGREE: (mark("D’accord"), "check"),
    Action.DECLINE: (mark("Non merci"), "cross"),
    Action.SHEET_PLACED: (mark("C’est fait"), "check"),
    Action.CANCEL_SCAN: (mark("Arrêter"), "cross"),
    Action.RESCAN: (mark("Refaire la photo"), "redo"),
    Action.KEEP_ANYWAY: (mark("Garder quand même"), "sheet"),
    Action.CONTINUE: (mark("Continuer"), "arrow_right"),
    Action.ADD_SHEET: (mark("Ajouter une feuille"), "plus"),
    Action.THAT_IS_ALL: (mark("Non, c’est tout"), "check"),
    Action.DO_NOT_HAVE_IT: (mark("Je ne l’ai pas"), "cross"),
    Action.SEND: (mark("J’envoie"), "send"),
    Action.CHANGE: (mark("Changer"), "pencil"),
    Action.REMOVE_LAST: (mark("Enlever la dernière page"), "redo"),
    Action.ERASE_ALL: (mark("Tout effacer"), "trash"),
    Action.RECEIPT_TAKEN: (mark("J’ai mon reçu"), "check"),
    Action.RECEIPT_MISSING: (mark("Je ne l’ai pas"), "printer"),
    Action.ALL_TAKEN: (mark("J’ai tout repris"), "check"),
    Action.START_AGAIN: (mark("Autre chose"), "redo"),
    Action.TRY_AGAIN: (mark("Essayer encore"), "redo"),
    Action.RESUME: (mark("Oui, je continue"), "arrow_right"),
    Action.NOT_ME: (mark("Non, ce n’est pas moi"), "person"),
    Action.STILL_HERE: (mark("Oui, je suis là"), "check"),
    Action.BACK: (mark("Retour"), "arrow_left"),
    Action.OPEN_COMFORT: (mark("Confort"), "letter_size"),
    Action.CLOSE: (mark("Continuer"), "arrow_right"),
    Action.CALL: (mark("Appeler quelqu’un"), "bell"),
    Action.CANCEL_CALL: (mark("Annuler l’appel"), "cross"),
    Action.SHARE_YES: (mark("Oui"), "check"),
    Action.SHARE_NO: (mark("Non"), "cross"),
    Action.STOP_SHARING: (mark("Ne plus montrer"), "cross"),
    Action.ERASE_DIGIT: (mark("Effacer"), "arrow_left"),
    Action.ENTER: (mark("OK"), "check"),
    Action.TRY_DEVICES: (mark("Essayer"), "tools"),
    Action.READ_TEST_SHEET: (mark("Relire la feuille"), "scanner"),
    Action.REPRINT: (mark("Réimprimer"), "printer"),
    Action.LEAVE_STAFF: (mark("Fini"), "check"),
}
TRAILING = frozenset({"arrow_right", "send"})
"""Pictograms that point the way, after their word."""
