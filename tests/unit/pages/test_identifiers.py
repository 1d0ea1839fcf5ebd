"""Check digits catch every single wrong figure."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from kiosk.pages.identifiers import find_sirets, iban_valid, luhn_valid, nir_valid, siret_valid, without_nir
from tests.generator.people import draw_nir, draw_siret, luhn_digit


@given(st.integers(0, 2**32))
def test_drawn_sirets_are_valid_and_any_wrong_figure_is_caught(seed: int) -> None:
    random = Random(seed)
    siret = draw_siret(random)
    assert siret_valid(siret)
    place = random.randrange(14)
    wrong = siret[:place] + str((int(siret[place]) + random.randint(1, 9)) % 10) + siret[place + 1 :]
    assert not siret_valid(wrong)


@given(st.integers(0, 2**32))
def test_drawn_nirs_are_valid_and_any_wrong_figure_is_caught(seed: int) -> None:
    random = Random(seed)
    nir = draw_nir(random, random.choice(("M.", "Mme")))
    assert nir_valid(nir)
    place = random.randrange(1, 13)
    wrong = nir[:place] + str((int(nir[place]) + random.randint(1, 9)) % 10) + nir[place + 1 :]
    assert not nir_valid(wrong)


@given(st.text("0123456789", min_size=1, max_size=30))
def test_the_luhn_digit_completes_any_number(digits: str) -> None:
    assert luhn_valid(digits + luhn_digit(digits))


def test_nir_of_corsica_and_published_examples() -> None:
    for nir in ("255081416802538", "295109912611193", "186022A21532523", "269054958815780"):
        assert nir_valid(nir)
    assert not nir_valid("1234567890123")


def test_la_poste_counts_its_offices_otherwise() -> None:
    assert siret_valid("35600000049837")
    assert siret_valid("35600000000048")
    assert not siret_valid("35600000049838")


def test_sirets_are_found_in_groups_but_only_when_valid() -> None:
    siret = draw_siret(Random(3))
    printed = f"SIRET : {siret[:3]} {siret[3:6]} {siret[6:9]} {siret[9:]}  APE : 4711D"
    assert find_sirets(printed) == [siret]
    assert find_sirets("SIRET : 123 456 789 01234") == []


def test_a_siren_and_its_nic_may_stand_apart() -> None:
    siret = draw_siret(Random(4))
    assert find_sirets(f"SIREN : {siret[:3]} {siret[3:6]} {siret[6:9]} - NIC : {siret[9:]}") == [siret]
    assert find_sirets(f"SIREN {siret[:9]} NIC {int(siret[9:]) ^ 1:05d}") == []


def test_the_nir_is_taken_out_of_any_text() -> None:
    nir = draw_nir(Random(5), "Mme")
    spaced = f"{nir[0]} {nir[1:3]} {nir[3:5]} {nir[5:7]} {nir[7:10]} {nir[10:13]} {nir[13:]}"
    for text in (nir, spaced):
        assert without_nir(f"dossier {text} du mois").split() == ["dossier", "du", "mois"]


def test_iban() -> None:
    assert iban_valid("FR76 3000 6000 0112 3456 7890 189")
    assert not iban_valid("FR76 3000 6000 0112 3456 7890 188")
