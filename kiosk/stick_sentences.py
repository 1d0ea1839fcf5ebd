"""Why a copy is not on the USB stick, for the visitor and for the desk."""

from kiosk.words import mark

STICK_SENTENCES = {
    "none_there": mark("Aucune clé USB n’est branchée."),
    "several": mark("Plusieurs clés USB sont branchées. Laissez-en une seule."),
    "full": mark("La clé USB est pleine. Prenez-en une autre."),
    "read_only": mark("La clé USB refuse l’écriture. Prenez-en une autre."),
    "unplugged": mark("La clé USB a été retirée trop tôt. Recommencez."),
    "not_the_same": mark("La clé USB est abîmée. Prenez-en une autre."),
}
"""By the codes of `kiosk.delivery.stick.StickFault`."""
