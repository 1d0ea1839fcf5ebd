"""Administrative letters."""

import datetime as dt
from dataclasses import dataclass

from tests.generator.drawing import Sheet
from tests.generator.payslip import MONTHS
from tests.generator.people import Person


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter: who sends it, to whom, when; `deadline_days` to answer, where it sets one."""

    sender: str
    address: tuple[str, str]
    to: Person
    date: dt.date
    reference: str
    subject: str
    body: tuple[str, ...]
    kind: str
    deadline_days: int | None = None

    def truth(self) -> dict[str, str]:
        truth = {"date": self.date.isoformat(), "sender": self.sender, "reference": self.reference}
        if self.deadline_days is not None:
            truth["deadline_days"] = str(self.deadline_days)
        return truth


def notice_before_sanction(to: Person, date: dt.date, reference: str = "3047715K") -> Letter:
    return Letter(
        sender="France Travail",
        address=("Agence de Guéret", "12 avenue de la République, 23000 GUERET"),
        to=to,
        date=date,
        reference=reference,
        subject="Avertissement avant sanction",
        kind="notice_before_sanction",
        deadline_days=10,
        body=(
            (
                "Nous avons constaté que vous ne vous êtes pas présenté(e) au rendez-vous prévu avec votre "
                "conseiller, sans nous avoir prévenus."
            ),
            (
                "Cette absence peut entraîner votre radiation de la liste des demandeurs d’emploi et la "
                "suppression de votre revenu de remplacement (articles L. 5412-1 et R. 5412-1 du code du "
                "travail)."
            ),
            (
                "Avant toute décision, vous pouvez présenter vos observations écrites, ou demander à être "
                "entendu(e), dans un délai de dix jours à compter de la réception de ce courrier. Joignez "
                "tout justificatif utile."
            ),
            "Sans réponse de votre part dans ce délai, une décision de sanction pourra être prononcée.",
            "Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées.",
        ),
    )


def overpayment_notice(to: Person, date: dt.date, reference: str = "4410982") -> Letter:
    return Letter(
        sender="Caisse d’allocations familiales",
        address=("CAF de la Creuse", "4 rue du Marché, 23000 GUERET"),
        to=to,
        date=date,
        reference=reference,
        subject="Notification d’un trop-perçu",
        kind="overpayment_notice",
        body=(
            (
                "Après étude de vos droits, il apparaît que vous avez perçu à tort la somme de 412,30 € au "
                "titre de la prime d’activité."
            ),
            "Cet indu sera retenu sur vos prochaines prestations. Vous pouvez demander une remise de dette.",
            (
                "Si vous contestez cette décision, vous disposez d’un délai de deux mois pour saisir la "
                "commission de recours amiable."
            ),
            "Nous vous prions d’agréer, Madame, Monsieur, nos salutations distinguées.",
        ),
    )


def plain_letter(to: Person, date: dt.date, reference: str = "2026-118") -> Letter:
    return Letter(
        sender="Médiathèque de la Vallée",
        address=("Espace Culturel", "3 place de l’Église, 46000 CAHORS"),
        to=to,
        date=date,
        reference=reference,
        subject="Votre abonnement",
        kind="other",
        body=(
            "Votre abonnement arrive bientôt à son terme. Vous pouvez le renouveler à l’accueil.",
            "La médiathèque vous propose aussi un atelier de lecture chaque mercredi après-midi.",
            "Nous vous remercions de votre fidélité.",
        ),
    )


def draw(letter: Letter) -> Sheet:
    sheet = Sheet()
    sheet.text(20, 18, letter.sender, 15, bold=True)
    for place, line in enumerate(letter.address):
        sheet.text(20, 26 + 5 * place, line, 9)
    sheet.text(20, 46, f"Nos références : {letter.reference}", 9)
    for place, line in enumerate((f"{letter.to.title} {letter.to.name}", letter.to.street, letter.to.town)):
        sheet.text(115, 46 + 5.5 * place, line, 11)
    town = letter.to.town.split(" ", 1)[1].capitalize()
    sheet.text(115, 72, f"{town}, le {letter.date.day} {MONTHS[letter.date.month - 1].lower()} {letter.date.year}", 10)
    sheet.text(20, 90, f"Objet : {letter.subject}", 11, bold=True)
    sheet.text(20, 102, "Madame, Monsieur,", 11)
    y = 112.0
    for paragraph in letter.body:
        y = sheet.paragraph(20, y, paragraph, 170, 11) + 5
    sheet.text(120, y + 8, "Le directeur", 11)
    return sheet
