"""What verification says, in French. One sentence for one finding."""

from kiosk.proof import wording
from kiosk.proof.code import ProofClaims, Reason
from kiosk.proof.evidence import Bounds
from kiosk.proof.manifest import receipt_number
from kiosk.proof.model import Manifest, ProofLevel
from kiosk.proof.signature import Flaw
from kiosk.words import mark, say, say_many

EMPTY = mark("Ce fichier est vide.")
TOO_LARGE = mark("Ce fichier est trop grand pour être un reçu.")
NOT_A_PDF = mark("Ce fichier n’est pas un PDF.")
ENCRYPTED = mark("Ce PDF est protégé par un mot de passe. Un reçu ne l’est jamais.")
NOBODY_TRUSTED = mark("Aucun certificat de borne n’est connu ici. Indiquez-en un avec --trust.")
CODE_NEEDS_KIOSK = mark("Un code se vérifie avec le certificat de la borne, pas avec une racine.")
NO_CODE = mark("Cette image ne contient pas de code lisible.")
SEVERAL_CODES = mark("Cette image contient plusieurs codes. Montrez-en un seul.")
TICKET_AND_PAGES = mark("Un ticket ne suffit pas pour vérifier une page. Il faut le reçu A4 en PDF.")
NO_PICTURES = mark("Ce programme ne lit pas les images. Copiez le texte du code dans un fichier.")
KEY_SHOWN = mark("Ce code est une clé, pas une preuve. Ne le montrez à personne.")

BROWSER_TOO_OLD = mark("Ce navigateur est trop ancien pour vérifier tout le reçu. Prenez-en un autre.")

FLAWS = {
    Flaw.NOT_SIGNED: mark("Ce PDF ne porte pas la signature d’une borne."),
    Flaw.NOT_WHOLE: mark("Ce fichier n’est pas un reçu entier, ou il a été modifié."),
    Flaw.UNKNOWN_KIOSK: mark("Ce reçu ne vient pas d’une borne connue ici, ou il a été modifié."),
    Flaw.CHANGED: mark("Le fichier a été modifié depuis sa signature."),
}
REJECTED = {
    Reason.NOT_A_PROOF: mark("Ce code n’est pas un code de preuve."),
    Reason.DAMAGED: mark("Le code de preuve est abîmé ou modifié."),
    Reason.UNKNOWN_VERSION: mark("Ce code est d’une version que ce programme ne connaît pas."),
    Reason.UNKNOWN_KIOSK: mark("Ce code ne vient pas d’une borne connue ici, ou il a été modifié."),
    Reason.BAD_SIGNATURE: mark("La signature du code est fausse."),
}

SIGNATURE_HOLDS = mark("Le fichier est entier et signé par une borne connue.")
CODE_HOLDS = mark("Le code de preuve est signé par une borne connue.")
MANIFEST_HOLDS = mark("La liste des pages est celle du code de preuve.")
MANIFEST_DIFFERS = mark("La liste des pages n’est pas celle du code de preuve.")
NOT_A_RECEIPT = mark("Ce PDF est signé, mais ce n’est pas un reçu.")
WAS_VALID = mark("Le certificat de la borne était valable à la date du reçu.")
WAS_NOT_VALID = mark("Le certificat de la borne n’était pas valable à la date du reçu.")
HAS_EXPIRED = mark("Le certificat a expiré depuis. Cela n’annule pas le reçu.")
ONLY_THE_CODE = mark("Seul le code est vérifié. Comparez-le avec ce qui est imprimé autour.")
EXPIRED_UNSTAMPED = mark("Aucun horodatage ne montre que le reçu est plus ancien que cela.")
CLOCK_NOT_PROVED = wording.CLOCK_ALONE
CLOCK_PARTLY_PROVED = mark("L’heure exacte est celle de la borne.")
CLOCK_AHEAD = mark("L’horloge de la borne avançait : un tiers a vu le reçu avant cette heure.")
CLOCK_BEHIND = mark("L’horloge de la borne retardait : le reçu cite un repère plus récent.")
LOG_HOLDS = mark("Le reçu est la ligne {sequence} du journal de la borne ({size} lignes).")
LOG_DIFFERS = mark("La preuve du journal n’est pas celle de ce reçu.")
SINCE_DIFFERS = mark("Le repère de temps joint est abîmé ou faux.")
AUTHORITY_UNKNOWN = mark("Horodatage de {authority}, inconnu ici. Il compte si vous donnez son certificat.")
AUTHORITY_WAS_NOT_VALID = mark("Horodatage de {authority} sans valeur : son certificat n’était pas valable alors.")
AUTHORITY_EXPIRED = mark("Le certificat de {authority} a expiré depuis. Cela n’annule pas l’horodatage.")
TIME_HOLDS = mark("{between} Certifié par {names}.")

PAGE_HOLDS = mark("Le fichier {number} est la page {places} du reçu, sur {count}.")
PAGE_DIFFERS = mark("Le fichier {number} n’est aucune des pages du reçu, ou il a été modifié.")
PAGE_SEALED = mark("Le fichier {number} est scellé. Ouvrez-le d’abord avec « kiosk unseal ».")

ONE_PAGE_WANTED = mark("Donnez une page avec sa preuve, et une seule.")
PAGE_PROOF_DAMAGED = mark("La preuve de page est abîmée ou modifiée.")
PAGE_PROOF_DIFFERS = mark("Ce fichier n’est pas la page prouvée, ou il a été modifié.")
OTHERS_NOT_SHOWN = mark("Les autres pages du reçu ne sont pas montrées. Rien n’est dit d’elles.")

GENUINE = mark("Authentique : reçu n° {number} du {date}, {hour}, {pages} pour {body} (niveau {level}).")
GENUINE_PAGES = mark("Les fichiers donnés en font partie.")
GENUINE_CODE = mark(
    "Code authentique : reçu n° {number} du {date}, {hour} ({offset}), {pages}, démarche {guide} (niveau {level})."
)
GENUINE_PAGE = mark(
    "Authentique : page {place} sur {count} du reçu n° {number}, du {date}, {hour} ({offset}), niveau {level}."
)
THE_BODY = mark("l’organisme")


def does_not_prove(level: ProofLevel, body: str, language: str) -> str:
    """What a receipt of this level leaves open; `body` is empty where only a code was seen."""
    return say(language, wording.LEVELS[level].does_not, body=body or say(language, THE_BODY))


def bounded(claims: ProofClaims, known: Bounds, language: str) -> str:
    """Between which times the receipt was made, and who says so."""
    names = dict.fromkeys(stamp.name for stamp in (known.since, known.until) if stamp is not None)
    text = wording.between(claims.issued_at, known, language)
    return say(language, TIME_HOLDS, between=text, names=", ".join(names))


def genuine_receipt(manifest: Manifest, claims: ProofClaims, files: int, known: Bounds, language: str) -> str:
    """The verdict on a receipt, with what it says in few words."""
    sentence = say(
        language,
        GENUINE,
        number=receipt_number(manifest.kiosk, claims.sequence),
        date=wording.long_date(manifest.issued_at, language),
        hour=wording.hour(manifest.issued_at, language),
        pages=_pages(len(manifest.pages), language),
        body=manifest.body,
        level=manifest.level.value,
    )
    also = (say(language, GENUINE_PAGES) if files else "", wording.between(claims.issued_at, known, language))
    return " ".join(filter(None, (sentence, *also)))


def genuine_code(claims: ProofClaims, language: str) -> str:
    """The verdict on a code, with all it says: the reader compares it with the paper."""
    return say(
        language,
        GENUINE_CODE,
        number=receipt_number(claims.kiosk, claims.sequence),
        date=wording.long_date(claims.issued_at, language),
        hour=wording.hour(claims.issued_at, language),
        offset=wording.offset(claims.issued_at),
        pages=_pages(claims.pages, language),
        guide=claims.guide,
        level=claims.level.value,
    )


def genuine_page(claims: ProofClaims, place: int, language: str) -> str:
    """The verdict on one page proved alone."""
    return say(
        language,
        GENUINE_PAGE,
        place=place,
        count=claims.pages,
        number=receipt_number(claims.kiosk, claims.sequence),
        date=wording.long_date(claims.issued_at, language),
        hour=wording.hour(claims.issued_at, language),
        offset=wording.offset(claims.issued_at),
        level=claims.level.value,
    )


def _pages(count: int, language: str) -> str:
    return say_many(language, "{count} page", "{count} pages", count)
