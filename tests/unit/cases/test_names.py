"""Names as papers print them and machines misread them."""

import pytest

from kiosk.cases.names import same_employer, same_person, siren


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Fatima Thévenoux", "THEVENOUX FATIMA"),
        ("Mme Fatima THÉVENOUX", "Thevenoux Fatima"),
        ("Ahmed Colonna-Santini", "M. COLONNA SANTINI Ahmed"),
        ("Claire DUPONT", "Mme DUPONT née MARTIN Claire"),
        ("Claire MARTIN", "Mme DUPONT née MARTIN Claire"),
        ("Jean-Pierre N’Guyen", "NGUYEN Jean Pierre".replace("NGUYEN", "N GUYEN")),
        ("Claire Dupont", "DUPONT C."),
        ("Cœline Lœuil", "COELINE LOEUIL"),
        ("Fatima Thevenoux", "Fatima Thevenouz"),
        ("Paul Durand", "Paul Louis Marie Durand"),
        ("Dupont", "Claire Dupont"),
        ("Abdoulaye El Khatib", "ABDOULAYE ELKHATIB"),
        ("Abdoulaye El Khatib", "EL KHATlB AB0ULAYE"),
        ("Fatima Poirier-Delmas", "POIRlER DELMAS FATMA"),
        ("Inès Le Bihan", "LE B1HAN lnes"),
        ("M.", "Claire Dupont"),
    ],
)
def test_one_person(one: str, other: str) -> None:
    assert same_person(one, other)
    assert same_person(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Fatima Thévenoux", "Oksana Hamdaoui"),
        ("Claire Dupont", "Jean Dupont"),
        ("Marie Durand", "Maria Durand"),
        ("Claire Martin", "Claire Dupont"),
        ("Denis Petit", "Denise Petit"),
        ("Michel Petit", "PETIT Michèle"),
        ("Inès Le Bihan", "Inès Guérinot"),
        ("Joël Guérinot", "Gaëlle Mbemba"),
    ],
)
def test_two_people(one: str, other: str) -> None:
    assert not same_person(one, other)
    assert not same_person(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ATELIER COIFFURE MÈCHE & MOI", "Atelier Coiffure Meche et Moi"),
        ("SARL Boulangerie du Pont", "BOULANGERIE DU PONT"),
        ("VIGILANCE NORD-SUD SÉCURITÉ", "VIGILANCE NORD-5UD SECURITE"),
        ("GARAGE BELMONTET ET FILS", "GARAGE BELM0NTETETFlLS"),
    ],
)
def test_one_employer(one: str, other: str) -> None:
    assert same_employer(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Boulangerie du Pont", "Boucherie du Port"), ("Mairie de Lyon", "Mairie de Dijon"), ("SARL", "SAS"), ("", "")],
)
def test_two_employers_or_none(one: str, other: str) -> None:
    assert not same_employer(one, other)


def test_a_siret_gives_the_company_unless_a_digit_was_misread() -> None:
    assert siren("732 829 320 00074") == "732829320"
    assert siren("73282932000075") is None
    assert siren("7328293200007") is None
    assert siren(None) is None
