"""The words of the journeys beside the main one: questions with tiles, what the machine does, what came out."""

from dataclasses import dataclass

from kiosk.journey.jobs import Paper
from kiosk.words import mark


@dataclass(frozen=True, slots=True)
class TileWords:
    """A tile: its title, a quieter line (empty where none is needed), its pictogram."""

    title: str
    subtitle: str
    icon: str


HOME = {
    "send": TileWords(mark("Envoyer des papiers"), mark("Bulletins de salaire, justificatifs, lettres"), "payslip"),
    "letter": TileWords(mark("J’ai reçu un courrier"), mark("Comprendre, répondre à temps"), "letter"),
    "return": TileWords(mark("Retrouver un envoi"), mark("Avec le ticket-clé de la borne"), "receipt"),
    "failure": TileWords(mark("Je n’ai pas pu faire une démarche"), "", "warning_letter"),
}

QUESTIONS = {
    "keeping": mark("Combien de temps garder les photos ?"),
    "answer": mark("Que dit l’organisme ?"),
    "take": mark("Reprendre mes pages"),
    "failed_what": mark("Qu’est-ce qui n’a pas marché ?"),
    "failed_who": mark("Avec quel organisme ?"),
    "failed_when": mark("C’était quand ?"),
    "failed_times": mark("Combien de fois avez-vous essayé ?"),
    "letter_received": mark("Quand avez-vous reçu la lettre ?"),
}

TILES = {
    ("keeping", "day"): TileWords(mark("Un jour"), mark("Puis j’efface tout."), "slow"),
    ("keeping", "months_2"): TileWords(mark("Deux mois"), mark("Le temps d’une réponse."), "calendar"),
    ("answer", "received"): TileWords(mark("Il a bien reçu"), mark("J’ai son papier."), "check"),
    ("answer", "counted"): TileWords(mark("Il compte mes pages"), mark("J’ai vu un nombre de pages."), "sheets"),
    ("answer", "decided"): TileWords(mark("Il a décidé"), mark("J’ai sa lettre."), "letter"),
    ("answer", "reminder"): TileWords(mark("Rien du tout"), mark("Je veux une lettre de rappel."), "question"),
    ("take", "pages"): TileWords(mark("Sur papier"), mark("J’imprime toutes les pages."), "printer"),
    ("take", "stick"): TileWords(mark("Sur ma clé USB"), mark("Avec une preuve pour chaque page."), "clip"),
    ("take", "one_page"): TileWords(mark("Prouver une page"), mark("Sur ma clé, sans montrer les autres."), "sheet"),
    ("failed_what", "portal"): TileWords(mark("Le site ne marche pas"), "", "globe"),
    ("failed_what", "phone"): TileWords(mark("Personne ne répond"), mark("Au téléphone"), "phone"),
    ("failed_what", "closed"): TileWords(mark("Le guichet est fermé"), "", "closed"),
    ("failed_what", "refused"): TileWords(mark("On a refusé mes papiers"), "", "cross"),
    ("failed_who", "other"): TileWords(mark("Un autre"), "", "question"),
    ("failed_when", "now"): TileWords(mark("À l’instant"), "", "slow"),
    ("failed_when", "today"): TileWords(mark("Aujourd’hui"), "", "sun"),
    ("failed_when", "yesterday"): TileWords(mark("Hier"), "", "moon"),
    ("failed_times", "once"): TileWords(mark("Une fois"), "", "check"),
    ("failed_times", "twice"): TileWords(mark("Deux fois"), "", "redo"),
    ("failed_times", "often"): TileWords(mark("Trois fois ou plus"), "", "calendar"),
    ("letter_received", "before"): TileWords(mark("Plus tôt"), "", "calendar"),
}
"""Words of a tile, by its question and value."""

DOSSIER = {
    "duplicate": TileWords(mark("Un autre reçu"), "", "printer"),
    "answer": TileWords(mark("On m’a répondu"), "", "letter"),
    "take": TileWords(mark("Reprendre mes pages"), "", "sheets"),
    "erase": TileWords(mark("Effacer mes pages"), "", "trash"),
}

STATES = {
    "prepared": mark("Le conseiller ne l’a pas encore transmis."),
    "sent": mark("Le conseiller l’a transmis."),
    "received": mark("L’organisme l’a bien reçu."),
    "counted": mark("L’organisme a compté les pages."),
    "decided": mark("L’organisme a répondu."),
    "failed": mark("Le départ n’a pas marché. Parlez au conseiller."),
}
ICONS_OF_STATES = {"prepared": "slow", "sent": "send", "failed": "warning_letter"}

PLACES = {
    "key": (mark("Posez votre ticket-clé sur la vitre."), mark("Le carré noir vers le bas."), "place_ticket"),
    "letter": (mark("Posez la lettre sur la vitre."), mark("Mettez le côté écrit vers le bas."), "place"),
    "answer": (mark("Posez le papier de l’organisme."), mark("Mettez le côté écrit vers le bas."), "place"),
    "stick": (mark("Branchez votre clé USB."), mark("Une seule clé à la fois."), "plug_stick"),
}
PLACE_NOTES = {
    "key": mark("Ne montrez ce ticket à personne d’autre."),
    "letter": mark("Je la lis, puis j’oublie tout."),
    "answer": mark("Je le garde sous clé avec vos pages."),
    "stick": mark("Qui trouve cette clé peut lire les pages."),
}

WORK = {
    "key": (mark("Je cherche votre clé."), "scanning"),
    "words": (mark("Je cherche votre envoi."), "sealed"),
    "letter": (mark("Je lis votre lettre."), "scanning"),
    "days": (mark("Je compte les jours."), "sealed"),
    "paper": (mark("Je prépare votre papier."), "receipt"),
    "failure": (mark("Je note et j’imprime."), "receipt"),
}

KEY_FAULTS = {
    "no_code": (mark("Je ne vois pas de clé."), mark("Posez le ticket bien à plat.")),
    "not_the_words": (mark("Ces mots ne vont pas ensemble."), mark("Vérifiez le dernier mot.")),
    "nothing_kept": (
        mark("Cette clé n’ouvre plus rien ici."),
        mark("Les pages sont effacées, ou ailleurs."),
    ),
}

PAPERS = {
    Paper.DUPLICATE: mark("Prenez votre autre reçu."),
    Paper.FOLLOW_UP: mark("C’est noté. Prenez votre papier."),
    Paper.COMPLAINT: mark("Il manque des pages. Prenez la lettre."),
    Paper.REMINDER: mark("Prenez votre lettre de rappel."),
    Paper.PAGES: mark("Prenez vos pages."),
    Paper.STICK: mark("Reprenez votre clé USB."),
    Paper.ONE_PAGE: mark("Reprenez votre clé USB."),
    Paper.ERASURE: mark("Vos pages sont effacées."),
    Paper.DEADLINE_CARD: mark("Prenez votre carte."),
}
PAPER_NOTES = {
    Paper.DUPLICATE: mark("Il porte la première date."),
    Paper.FOLLOW_UP: mark("Gardez-le avec votre reçu."),
    Paper.COMPLAINT: mark("Signez-la, puis envoyez-la."),
    Paper.REMINDER: mark("Signez-la, puis envoyez-la."),
    Paper.PAGES: mark("Comptez-les avec moi."),
    Paper.STICK: mark("Tout est copié dessus."),
    Paper.ONE_PAGE: mark("La page et sa preuve vont ensemble."),
    Paper.ERASURE: mark("Votre reçu reste valable."),
    Paper.DEADLINE_CARD: mark("Gardez-la avec la lettre."),
}

SEVERITIES = {
    "delay": mark("Après, la réponse peut tarder."),
    "suspension": mark("Après, votre argent peut être suspendu."),
    "loss": mark("Après, vous pouvez perdre de l’argent."),
}
