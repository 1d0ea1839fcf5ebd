"""Sender, date, reference and deadline of letters, from lines as they are set."""

import pytest

from kiosk.pages.layout import build
from kiosk.pages.model import Kind
from kiosk.pages.paper.fields import read_paper
from tests.generator.drawing import Sheet
from tests.generator.printed import printed_words

Line = tuple[float, float, str]
"""Millimetres from the left and from the top, and the words."""


def said(kind: Kind, *lines: Line) -> dict[str, str]:
    sheet = Sheet()
    for x, y, text in lines:
        sheet.text(x, y, text, 10)
    sheet.text(20, 280, "Madame, Monsieur, veuillez agréer nos salutations.", 10)
    words, width, height = printed_words(sheet, 0)
    return {name: field.value for name, field in read_paper(build(words, width, height), kind).items()}


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("Vous disposez d'un délai de 15 jours pour répondre.", "15"),
        ("Vous avez dix jours, à compter de la réception, pour nous écrire.", "10"),
        ("Écrivez-nous dans les quinze (15) jours.", "15"),
        ("Merci de répondre ; passé 20 jours à partir de ce courrier, le dossier sera clos.", "20"),
        ("Vous avez été absent 12 jours en mars.", None),
        ("Vous avez deux mois pour former un recours.", None),
    ],
)
def test_the_days_given_to_answer(sentence: str, days: str | None) -> None:
    assert said(Kind.NOTICE_BEFORE_SANCTION, (20, 120, sentence)).get("deadline_days") == days


def test_a_reference_ends_with_its_column() -> None:
    fields = said(Kind.TAX_NOTICE, (20, 60, "Référence de l'avis : F6663084"), (120, 60, "15000 AURILLAC"))
    assert fields["reference"] == "F6663084"


@pytest.mark.parametrize("label", ["N° de créance :", "Dossier RSA n°", "Notre référence :", "Quittance n°"])
def test_a_reference_in_groups_of_figures(label: str) -> None:
    assert said(Kind.OVERPAYMENT_NOTICE, (20, 60, f"{label} K9 401 502"))["reference"] == "K9 401 502"


@pytest.mark.parametrize(
    ("kind", "line", "day"),
    [
        (Kind.SICK_LEAVE, "Prescription faite le 21/02/2024", "2024-02-21"),
        (Kind.SICK_LEAVE, "Examen du 6 juin 2026", "2026-06-06"),
        (Kind.ENERGY_BILL, "Facture du 18/05/2026", "2026-05-18"),
        (Kind.OTHER, "À Guéret, le 9 février 2023", "2023-02-09"),
    ],
)
def test_the_day_it_was_written(kind: Kind, line: str, day: str) -> None:
    other = (20, 110, "À payer avant le 30/12/2026, selon votre contrat.")
    assert said(kind, (20, 100, line), other)["date"] == day


def test_a_body_is_named_with_its_place() -> None:
    letterhead = (20, 20, "Caisse d'allocations familiales des Ardennes")
    address = (20, 28, "08100 CHARLEVILLE-MEZIERES")
    assert said(Kind.OTHER, letterhead, address)["sender"] == "Caisse d'allocations familiales des Ardennes"


def test_the_body_to_which_a_certificate_goes_did_not_send_it() -> None:
    fields = said(
        Kind.EMPLOYER_CERTIFICATE,
        (60, 15, "Attestation destinée à France Travail"),
        (20, 30, "Ambulances du Sidobre"),
        (20, 36, "81100 CASTRES"),
    )
    assert fields["sender"] == "Ambulances du Sidobre"


@pytest.mark.parametrize(
    ("tenant", "sender"), [("Mme Jeanne Rousselot", "Mme Odile Prigent"), ("Mme Odile Prigent", None)]
)
def test_a_landlord_is_a_person_who_did_not_pay(tenant: str, sender: str | None) -> None:
    fields = said(
        Kind.RENT_RECEIPT,
        (20, 20, "Mme Odile Prigent"),
        (20, 26, "5 impasse du Four"),
        (20, 32, "29300 QUIMPERLE"),
        (20, 100, f"Reçu de {tenant} la somme de 297,44 €."),
    )
    assert fields.get("sender") == sender


def test_the_number_of_a_passport() -> None:
    fields = said(Kind.IDENTITY, (20, 40, "Passeport n° / Passport No."), (20, 46, "K53C68012"))
    assert fields["reference"] == "K53C68012"


def test_a_bills_own_number_goes_before_the_customers() -> None:
    lines = [(20, 60, "Référence client"), (60, 60, "6 466 339 862"), (20, 70, "Facture n° A2787268 du 23/01/2026")]
    assert said(Kind.ENERGY_BILL, *lines)["reference"] == "A2787268"


def test_a_customers_number_sends_no_bill() -> None:
    lines = [
        (20, 15, "Numéro client"),
        (20, 20, "6 866 562 209"),
        (20, 26, "91 avenue Jean-Moulin"),
        (20, 32, "58000 NEVERS"),
    ]
    assert said(Kind.ENERGY_BILL, *lines).get("sender") != "Numéro client"


def test_a_name_on_the_first_line_stands_apart_from_its_address() -> None:
    lines = (
        (20.0, 14.0, "École élémentaire Jean-Macé"),
        (20.0, 27.0, "8 rue des Tilleuls"),
        (20.0, 31.0, "27200 VERNON"),
    )
    assert said(Kind.OTHER, *lines)["sender"] == "École élémentaire Jean-Macé"
    lower = [(x, y + 30, text) for x, y, text in lines]
    assert "sender" not in said(Kind.OTHER, (150, 14, "Page 1"), *lower)


def test_what_a_poster_announces_is_no_sender() -> None:
    sheet = Sheet()
    sheet.text(40, 20, "GRAND VIDE-GRENIER", 26)
    sheet.text(40, 38, "Place du Marché - de 7 h à 18 h", 10)
    sheet.text(40, 60, "Buvette, crêpes, jeux pour enfants", 10)
    assert "sender" not in read_paper(build(*printed_words(sheet, 0)), Kind.OTHER)
