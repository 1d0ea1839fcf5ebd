"""What a paper is called."""

from kiosk.journey.views import PageFacts
from kiosk.screens.words.dates import month
from kiosk.words import mark, say

KINDS = {
    "payslip": mark("Bulletin de salaire"),
    "bank_details": mark("RIB (relevé de compte)"),
    "notice_before_sanction": mark("Lettre d’avertissement"),
    "overpayment_notice": mark("Lettre de trop-perçu"),
    "employer_certificate": mark("Attestation d’employeur"),
    "rent_receipt": mark("Quittance de loyer"),
    "energy_bill": mark("Facture d’énergie"),
    "tax_notice": mark("Avis d’impôt"),
    "identity": mark("Pièce d’identité"),
    "sick_leave": mark("Arrêt de travail"),
    "employment_contract": mark("Contrat de travail"),
    "other": mark("Papier"),
}


def kind_name(language: str, kind: str | None) -> str:
    """The name of a kind of paper; « Papier » for one that is not known."""
    return say(language, KINDS.get(kind or "other", KINDS["other"]))


def page_name(language: str, page: PageFacts) -> str:
    """What a page is: « Bulletin de salaire\u00a0: juin 2026 »."""
    name = kind_name(language, page.kind)
    if page.period is None:
        return name
    return say(language, mark("{kind} : {month}"), kind=name, month=month(language, page.period))
