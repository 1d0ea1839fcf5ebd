"""What a mediator is told of a visit: the step and how long, in French; never a paper, a name or an amount."""

from kiosk.journey.model import Step

STEP_WORDS = {
    Step.STANDBY: "En veille",
    Step.RESUME: "Reprise après un arrêt",
    Step.LANGUAGE: "Choisit la langue",
    Step.GUIDE: "Choisit la démarche",
    Step.CONSENT: "Lit ce qui sera gardé",
    Step.PLACE: "Pose une feuille",
    Step.SCANNING: "Numérisation",
    Step.ACCEPTED: "Regarde la page",
    Step.REFUSED: "Page à refaire",
    Step.ANOTHER: "Autre feuille ?",
    Step.CHECKING: "La borne relit",
    Step.MISSING: "Il manque une pièce",
    Step.REVIEW: "Vérifie avant d’envoyer",
    Step.CHANGE: "Change les pages",
    Step.SENDING: "Envoi et impression",
    Step.RECEIPT: "Prend son reçu",
    Step.GOODBYE: "Fini",
    Step.TROUBLE: "Panne à l’écran",
}
LANGUAGE_WORDS = {
    "fr": "français",
    "en": "anglais",
    "ar": "arabe",
    "uk": "ukrainien",
    "ru": "russe",
    "tr": "turc",
    "pt": "portugais",
    "es": "espagnol",
    "ro": "roumain",
    "prs": "dari",
    "fa": "persan",
    "ps": "pachto",
    "bn": "bengali",
    "it": "italien",
    "pl": "polonais",
    "vi": "vietnamien",
    "zh": "chinois",
    "so": "somali",
    "ti": "tigrigna",
    "am": "amharique",
    "ka": "géorgien",
    "hy": "arménien",
    "sq": "albanais",
}
_BY_CODE = {str(step): words for step, words in STEP_WORDS.items()}
_NOBODY = frozenset({Step.STANDBY, Step.GOODBYE})
_MACHINE = frozenset({Step.SCANNING, Step.CHECKING, Step.SENDING})
COVERED = "Personne ne touche l’écran. Il est couvert."
LONG_SECONDS = 180
MACHINE_LONG_SECONDS = 60
MANY_TRIES = 2


def step_words(step: str) -> str:
    """The step in French; the code itself when another version of the program sent it."""
    return _BY_CODE.get(step, step)


def language_words(code: str) -> str:
    """The language in French."""
    return LANGUAGE_WORDS.get(code, code)


def stuck_hint(step: str, seconds: float, tries: int) -> str:
    """Why somebody may be stuck, from the step alone; nothing where nothing says so."""
    if step == Step.TROUBLE:
        return "La borne a un souci."
    if step == Step.REFUSED and tries >= MANY_TRIES:
        return f"{tries} essais sans succès."
    if step in _MACHINE and seconds >= MACHINE_LONG_SECONDS:
        return "La borne travaille depuis longtemps."
    if step not in _NOBODY and step not in _MACHINE and seconds >= LONG_SECONDS:
        return f"Même écran depuis {int(seconds // 60)} minutes."
    return ""
