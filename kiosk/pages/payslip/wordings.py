"""The wordings under which payslips print their gross and their nets."""

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Label:
    """A wording of a field; `trust` from 0 to 1 before any check; `last` takes the rightmost amount of the row."""

    pattern: re.Pattern[str]
    trust: float
    last: bool = True


def _label(pattern: str, trust: float, last: bool = True) -> Label:
    return Label(re.compile(pattern), trust, last)


NOT_YEARLY = r"(?!\s*(?:de l'|de |a l')?(?:annuel|annee|an\b|cumul))"
LABELS: Mapping[str, tuple[Label, ...]] = {
    "gross": (
        _label((r"\b(?:total (?:de la |du )?(?:salaire |remuneration )?brute?|brut total)\b"
            rf"(?: de la (?:solde|paie|paye|remuneration))?{NOT_YEARLY}"), 0.88),
        _label((rf"\b(?:salaire|remuneration) (?:du )?brute?\b(?! de base| mensuel de base|"
            rf" horaire| imposable| fiscal| abattu|e? soumis)(?: total| mensuel| du mois)?{NOT_YEARLY}"), 0.8),
        _label(rf"\bbrut (?:total|du mois|mensuel|mois|soumis|social)\b{NOT_YEARLY}", 0.7),
        _label(r"\bmontant (?:total )?(?:du |de la )?(?:salaire )?(?:brute?|remuneration brute)\b", 0.74),
        _label(rf"\btraitement (?:mensuel )?brut\b{NOT_YEARLY}", 0.62),
        _label((rf"\bbrut\b(?! de base| horaire| abattu| fiscal| imposable| "
            rf"total| annuel| mensuel){NOT_YEARLY}"), 0.5, last=False),
    ),
    "net_social": (_label(r"\b(?:montant )?net social\b(?: a declarer)?", 0.85),),
    "net_taxable": (
        _label(rf"\b(?:remuneration nette (?:fiscale|imposable)|net (?:imp|fisc)\b\.?){NOT_YEARLY}", 0.65, last=False),
        _label((rf"\b(?:montant )?net (?:fiscal|imposable|a declarer)\b(?: (?:mensuel|mois|"
            rf"du mois))?{NOT_YEARLY}"), 0.75, last=False),
        _label((rf"\b(?:montant|salaire|remuneration|revenu|base) (?:net )?imposable\b(?: (?:mensuel|mois|"
            rf"du mois))?{NOT_YEARLY}"), 0.7, last=False),
        _label(rf"\bimposable\b(?: (?:mensuel|mois|du mois))?{NOT_YEARLY}", 0.5, last=False),
    ),
    "net_paid": (
        _label(r"\bnet paye\b(?! avant)(?: en euros?| au salarie| a l'employe| du mois)?", 0.85),
        _label((r"\b(?:montant )?net (?:a (?:payer|verser|virer|regler|percevoir)|verse|vire|percu)\b"
            r"(?!.{0,12}avant|.{0,4}\(?hors)(?: apres (?:impot|pas|prelevement)[a-z ']*| en euros?|"
            r" (?:au|a l'|a la )\s?(?:salariee?|artiste|agent|employee?|interessee?|beneficiaire|interimaire)|"
            r" (?:sur|par) [a-z ]{3,30}compte(?: bancaire)?)?"), 0.75),
        _label((r"\bmontant (?:net )?(?:vire|verse|a (?:regler|payer|verser|virer))\b(?! avant)(?: au salarie)?|"
            r"\b(?:verse|vire) sur (?:votre|le|son) compte\b|\bsolde nette? a payer\b"), 0.75),
        _label(r"\bnet apres (?:impot|prelevement|pas)\b", 0.55),
        _label(r"\bvous (?:recevez|percevez|touchez|avez recu)\b", 0.6),
        _label(r"\bnetpaye\b|\bnetapayer\b(?!.{0,12}avant)", 0.7),
        _label(r"\bnet a payer apres\b|\b(?:somme|salaire) nette? (?:pay|vers)ee?\b(?: au salarie)?", 0.85),
        _label(r"\b(?:montant )?(?:du )?virement\b|\bsalaire net paye\b|\bsomme versee\b", 0.45),
    ),
    "before_tax": (_label((r"\bnet (?:a payer |paye |)avant (?:impot|prelevement|pas)\b[a-z' ]*|"
        r"\bavant impot sur le revenu\b"), 0.85),),
}  # fmt: skip
