"""What a paper is, by words that only such a paper bears. Each rule can be shown to the person who asks why."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.pages.layout import Layout
from kiosk.pages.model import Kind

LEAST_SCORE = 2.0
"""Under this sum of weights the paper is said to be unknown."""
SHORT_ROW, LONG_TITLE = 52, 80
"""A title stands alone on a short row, or begins a longer one; the same words inside a sentence weigh a third."""


@dataclass(frozen=True, slots=True)
class Clue:
    """Words with the weight they give; `title` words weigh fully only on a short row in the upper part."""

    pattern: re.Pattern[str]
    weight: float
    title: bool = False


def _clues(*rules: tuple[str, float, bool]) -> tuple[Clue, ...]:
    return tuple(Clue(re.compile(pattern), weight, title) for pattern, weight, title in rules)


CLUES: Mapping[Kind, tuple[Clue, ...]] = {
    Kind.PAYSLIP: _clues(
        (r"bulletin (?:mensuel )?(?:de )?(?:paie|paye|salaire|solde)|fiche de pa[iy]e|bulletin simplifie", 2.4, True),
        (r"^votre paie\b", 1.2, True),
        (r"net (?:a )?pay|net imposable|net social", 1.2, False),
        (r"net avant impot|impot preleve", 0.6, False),
        (r"csg|urssaf|vieillesse|agirc|cotisations?", 0.9, False),
        (r"salaire (?:de base|brut|mensuel)|total brut|remuneration brute|traitement brut", 1.2, False),
        (r"charges patronales|part (?:salari|patron|employeur)|employeur|plafond s", 0.6, False),
        (r"cumul|conges? (?:payes|pris|acquis)|prelev\w* a la source", 0.5, False),
        (r"conservez ce bulletin", 0.8, False),
    ),
    Kind.BANK_DETAILS: _clues(
        (r"releve d.?identite bancaire|\brib\b|identite bancaire", 2.4, True),
        (r"\biban\b", 1.2, False),
        (r"\bbic\b|swift", 0.8, False),
        (r"code guichet|cle rib|domiciliation|code banque", 1.0, False),
        (r"titulaire du compte", 0.8, False),
    ),
    Kind.NOTICE_BEFORE_SANCTION: _clues(
        (r"avertissement avant (?:sanction|radiation|suppression|decision)|avant sanction|avertissement", 2.6, True),
        (
            (
                r"(?:suspension|suppression|radiation|sanction|reduction) envisagee?|"
                r"(?:projet|intention) de (?:suspension|suppression|radiation|sanction)"
            ),
            2.0,
            True,
        ),
        (r"radiation|suppression de votre (?:revenu|allocation)|sanction", 1.1, False),
        (r"envisag\w* (?:de |la |une )?(?:suspen|suppr|redui|radi)|equipe pluridisciplinaire", 1.0, False),
        (
            r"presenter vos (?:observations|explications)|observations ecrites|vos (?:observations|explications)",
            1.1,
            False,
        ),
        (r"manquement|absence a (?:un |votre )?(?:rendez|entretien)|rendez-vous", 0.6, False),
        (r"liste des demandeurs d.emploi|contrat d.engagement|pole emploi|france travail", 0.5, False),
    ),
    Kind.OVERPAYMENT_NOTICE: _clues(
        (
            (
                r"(?:notification|constat|recuperation|remboursement) d.(?:un |une )?(?:indu|trop.?percu|"
                r"dette|creance)|trop.?percu|\bindu\b"
            ),
            2.4,
            True,
        ),
        (r"vers\w* a tort|a rembourser", 1.6, True),
        (r"n.eta\w+ pas due?|recouvrement|creance", 0.9, False),
        (r"vers\w* a tort|percu\w* a tort|trop.?percu|\bindus?\b|somme indue|indument", 1.2, False),
        (r"commission de recours amiable|remise de (?:votre )?dette|echelonnement|remboursement", 0.9, False),
        (r"allocations familiales|\bcaf\b|allocataire|france travail|assurance maladie", 0.4, False),
    ),
    Kind.EMPLOYER_CERTIFICATE: _clues(
        (
            (
                r"attestation (?:d.?|de l.)?employeur|attestation destinee a (?:pole emploi|france travail)|"
                r"certificat de travail|attestation (?:de travail|d.?emploi)"
            ),
            2.6,
            True,
        ),
        (r"r\. ?1234", 1.0, False),
        (r"motif de la rupture|dernier jour travaille|salaires des mois", 1.1, False),
        (r"je soussigne|certifie|atteste|emploi occupe|periode d.emploi", 0.6, False),
        (r"valoir ce que de droit|faire valoir ses droits|contrat a duree|est employe|avoir employe", 0.4, False),
    ),
    Kind.RENT_RECEIPT: _clues(
        (r"quittance de loyer|quittance|avis d.echeance", 2.4, True),
        (r"\bloyer\b", 1.0, False),
        (r"provision (?:sur|pour) charges|hors charges|bailleur|locataire", 0.9, False),
        (r"quittance", 0.6, False),
    ),
    Kind.ENERGY_BILL: _clues(
        (r"facture (?:d.?electricite|de gaz|d.?energie|d.eau)|votre facture", 2.0, True),
        (r"\bkwh\b|kva\b|point de livraison|\bpdl\b|\bpce\b", 1.2, False),
        (r"electricite|\bgaz\b|heures creuses|energie", 0.8, False),
        (r"\btva\b|total ttc|abonnement|facture", 0.6, False),
    ),
    Kind.TAX_NOTICE: _clues(
        (r"avis d.?(?:impot|imposition)|avis de situation declarative|taxe (?:fonciere|d.habitation)", 2.4, True),
        (r"revenu fiscal de reference", 1.3, False),
        (r"numero fiscal|reference de l.?avis|finances publiques", 1.0, False),
        (r"nombre de parts|mise en recouvrement|impot sur le revenu net", 0.7, False),
    ),
    Kind.IDENTITY: _clues(
        (
            (
                r"carte nationale d.?identite|identity card|passeport|passport|titre de sejour|"
                r"residence permit|permis de conduire"
            ),
            2.4,
            True,
        ),
        (r"republique francaise", 0.7, False),
        (
            r"nationalite|nationality|date de naiss|place of birth|lieu de naissance|sexe|given names|surname",
            1.0,
            False,
        ),
        (r"date d.?expiration|n° du document|document no|idfra|<<<", 0.9, False),
    ),
    Kind.SICK_LEAVE: _clues(
        (r"avis d.?arret de travail|arret de travail|prolongation d.arret", 2.4, True),
        (r"je prescris|arret de travail jusqu|sorties autorisees|volet", 1.1, False),
        (r"praticien|assure\(?e|renseignements medicaux|medecin", 0.9, False),
    ),
    Kind.EMPLOYMENT_CONTRACT: _clues(
        (r"contrat de travail|contrat a duree|contrat de mission|avenant au contrat", 2.4, True),
        (r"entre les soussigne|d.une part|d.autre part|il a ete convenu", 1.2, False),
        (r"article \d|periode d.essai|est engage|duree du travail", 1.0, False),
    ),
}


def find_kind(layout: Layout) -> tuple[Kind, float]:
    """The kind and how sure it is, from 0 to 1. `OTHER` where no kind, or two kinds alike, fit."""
    scores = {kind: score(layout, clues) for kind, clues in CLUES.items()}
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    (kind, best), (_, second) = ranked[0], ranked[1]
    if best < LEAST_SCORE or best - second < 0.5:
        return Kind.OTHER, round(max(0.3, 0.9 - best / 4), 2)
    return kind, round(min(0.99, 0.55 + 0.09 * best + 0.05 * (best - second)), 2)


def score(layout: Layout, clues: tuple[Clue, ...]) -> float:
    """Sum of the weights of the clues found, each counted once."""
    total = 0.0
    for clue in clues:
        best = 0.0
        for row in layout.rows:
            for text in (row.folded, *(cell.folded for cell in row.cells)):
                match = clue.pattern.search(text)
                if match is None:
                    continue
                share = 1.0 if not clue.title or _is_title(text, match.start(), row.middle, layout.height) else 0.33
                best = max(best, clue.weight * share)
        total += best
    return total


def _is_title(text: str, start: int, middle: float, page_height: int) -> bool:
    return middle < 0.5 * page_height and len(text) <= (LONG_TITLE if start == 0 else SHORT_ROW)
