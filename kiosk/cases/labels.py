"""What a page is called on paper and on screen: "Bulletin de salaire · janvier 2026 · Boulangerie du Pont"."""

from kiosk.dates import month_of
from kiosk.words import mark, say

KIND_LABELS = {
    "payslip": mark("Bulletin de salaire"),
    "bank_details": mark("RIB (coordonnées bancaires)"),
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

MISSING_PAYSLIP = mark("bulletin de {month}")


def kind_label(kind: str | None, language: str) -> str:
    """The name of a kind of paper; « Papier » where it is not known."""
    return say(language, KIND_LABELS.get(kind or "other", KIND_LABELS["other"]))


def month_label(period: str, language: str) -> str:
    """ "2026-01" as "janvier 2026"."""
    year, month = period.split("-")
    return month_of(language, int(year), int(month))


def missing_label(period: str, language: str) -> str:
    """ "2026-02" as "bulletin de février 2026": a payslip that is asked for and was not given."""
    return say(language, MISSING_PAYSLIP, month=month_label(period, language))


def page_label(kind: str | None, period: str | None, employer: str | None, language: str) -> str:
    """All that was read of a page, in one line."""
    parts = [kind_label(kind, language)]
    if period is not None:
        parts.append(month_label(period, language))
    if employer is not None:
        parts.append(employer)
    return " · ".join(parts)
