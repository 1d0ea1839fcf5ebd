"""What a printer says of itself, for those who look after it: what is wrong, and what to do (printer-state-reasons)."""

from kiosk.words import mark

_CALL = mark("Appelez le technicien.")
_TONER = mark("Changez la cartouche.")
_KEEP_TONER = mark("Préparez une cartouche neuve.")
_CLOSE = mark("Fermez-la jusqu’au déclic.")
_PLUG = mark("Vérifiez le courant et le câble.")
_WAIT = mark("Attendez un instant.")

_WORDS = {
    "media-empty": (mark("Le bac à papier est vide."), mark("Remettez du papier A4.")),
    "media-needed": (mark("L’imprimante attend du papier A4."), mark("Remettez du papier, puis appuyez sur OK.")),
    "media-jam": (
        mark("Une feuille est coincée dans l’imprimante."),
        mark("Ouvrez, tirez la feuille doucement, refermez."),
    ),
    "media-low": (mark("Il reste peu de papier."), mark("Remettez du papier avant ce soir.")),
    "input-tray-missing": (mark("Le bac à papier n’est pas en place."), mark("Poussez-le jusqu’au fond.")),
    "output-tray-missing": (mark("Le bac de sortie manque."), mark("Remettez-le en place.")),
    "output-area-full": (mark("Le bac de sortie est plein."), mark("Enlevez les feuilles imprimées.")),
    "output-area-almost-full": (mark("Le bac de sortie est presque plein."), mark("Enlevez les feuilles imprimées.")),
    "cover-open": (mark("Le capot de l’imprimante est ouvert."), _CLOSE),
    "door-open": (mark("La porte de l’imprimante est ouverte."), _CLOSE),
    "interlock-open": (mark("Une sécurité de l’imprimante est ouverte."), mark("Refermez toutes ses portes.")),
    "toner-empty": (mark("Il n’y a plus d’encre en poudre."), _TONER),
    "toner-low": (mark("Il reste peu d’encre en poudre."), _KEEP_TONER),
    "marker-supply-empty": (mark("Une cartouche est vide."), _TONER),
    "marker-supply-low": (mark("Une cartouche est presque vide."), _KEEP_TONER),
    "marker-waste-full": (mark("Le bac d’encre usée est plein."), mark("Changez ce bac.")),
    "marker-waste-almost-full": (mark("Le bac d’encre usée est presque plein."), mark("Préparez un bac neuf.")),
    "developer-empty": (mark("Le développeur est vide."), _CALL),
    "developer-low": (mark("Le développeur est presque vide."), _CALL),
    "opc-life-over": (mark("Le tambour est usé."), mark("Changez le tambour.")),
    "opc-near-eol": (mark("Le tambour est presque usé."), mark("Préparez un tambour neuf.")),
    "fuser-over-temp": (mark("L’imprimante est trop chaude."), mark("Laissez-la refroidir, porte fermée.")),
    "fuser-under-temp": (mark("L’imprimante n’arrive pas à chauffer."), mark("Éteignez-la, puis rallumez-la.")),
    "spool-area-full": (mark("La mémoire de l’imprimante est pleine."), mark("Éteignez-la, puis rallumez-la.")),
    "interpreter-resource-unavailable": (
        mark("L’imprimante manque de mémoire."),
        mark("Éteignez-la, puis rallumez-la."),
    ),
    "connecting-to-device": (mark("L’imprimante ne répond pas encore."), _PLUG),
    "offline": (mark("L’imprimante est hors ligne."), _PLUG),
    "shutdown": (mark("L’imprimante est éteinte."), mark("Allumez-la.")),
    "timed-out": (mark("L’imprimante a cessé de répondre."), _PLUG),
    "paused": (mark("L’imprimante est en pause."), mark("Appuyez sur « Reprendre » ou « En ligne ».")),
    "moving-to-paused": (mark("L’imprimante se met en pause."), _WAIT),
    "stopping": (mark("L’imprimante s’arrête."), _WAIT),
    "stopped-partly": (mark("Une partie de l’imprimante est arrêtée."), mark("Lisez son écran, puis relancez-la.")),
    "other": (mark("L’imprimante signale autre chose."), mark("Lisez ce que dit son écran.")),
}


def reason_words(reason: str) -> tuple[str, str] | None:
    """What is wrong and what to do, in French, for a keyword of hardware/printer/reasons.py; None for any other."""
    return _WORDS.get(reason)
