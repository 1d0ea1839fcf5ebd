"""Ways in which payslips print an amount and its label, one at a time."""

import pytest

from kiosk.pages.layout import Layout, build
from kiosk.pages.payslip.fields import read_fields, score_fields
from tests.generator.drawing import Sheet
from tests.generator.printed import printed_words

Line = tuple[float, float, str]
"""Millimetres from the left and from the top, and what stands there."""


def scored(*lines: Line) -> dict[str, str]:
    """Every field found, however unsure: a few lines prove nothing."""
    return {name: field.value for name, field in score_fields(_layout(*lines)).items()}


def _layout(*lines: Line) -> Layout:
    sheet = Sheet()
    for x, y, text in lines:
        sheet.text(x, y, text, 9)
    return build(*printed_words(sheet, 0))


@pytest.mark.parametrize(
    "line",
    [
        "Net payé au salarié : 1 497,34",
        "Net payé au salarié 1 497,34 €",
        "Net à payer ........................ 1 497,34",
        "Net à payer........................1497,34",
        "Net à payer ……………………………1.497,34",
        "Net à payer EUR 1 497,34",
        "Net à payer : 1 497,34 EUR",
        "Net à payer : 1'497,34",
        "Vous recevez : 1 497,34 €",
    ],
)
def test_the_net_paid_however_it_is_printed(line: str) -> None:
    assert scored((20, 150, line))["net_paid"] == "1497.34"


@pytest.mark.parametrize("sum_", ["1 561,€", "1 561 €", "1561€", "1 561 EUR", "1 561,- €", "1561 euros"])
def test_a_sum_without_cents_needs_its_currency(sum_: str) -> None:
    assert scored((20, 150, "Net payé"), (90, 150, sum_))["net_paid"] == "1561.00"
    assert "net_paid" not in scored((20, 150, "Net payé"), (90, 150, "1561"))


@pytest.mark.parametrize("y", [150.0, 152.0, 154.0])
@pytest.mark.parametrize(("upper", "lower"), [("Montant net", "social"), ("Montant net so-", "cial")])
def test_a_label_that_a_narrow_column_broke(upper: str, lower: str, y: float) -> None:
    assert scored((20, 150, upper), (20, 154, lower), (70, y, "1 497,34"))["net_social"] == "1497.34"


def test_lines_that_are_apart_are_no_label() -> None:
    assert "net_social" not in scored((20, 150, "Montant net"), (20, 170, "social"), (70, 170, "1 497,34"))


def test_the_day_the_pay_was_handed_over() -> None:
    assert scored((20, 150, "Salaire remis le 28/03/2024"))["pay_date"] == "2024-03-28"


@pytest.mark.parametrize("heading", ["Raison sociale", "Exploitation", "Employeur :", "Identification de l'employeur"])
def test_a_heading_is_no_employer(heading: str) -> None:
    lines = (
        (20, 20, heading),
        (20, 24, "3 rue du Marché"),
        (20, 28, "23000 GUERET"),
        (20, 32, "Siret 732 829 320 00074"),
    )
    assert "employer_name" not in read_fields(_layout(*lines))


def test_a_siren_and_a_nic_make_the_siret() -> None:
    assert scored((20, 30, "SIREN 669741415 NIC 00394 APE 5210B"))["employer_siret"] == "66974141500394"


@pytest.mark.parametrize("label", ["TEMPS DE TRAVAIL 94,04 H", "Temps de service : 94,04"])
def test_the_hours_of_an_agent(label: str) -> None:
    assert scored((20, 30, label))["hours"] == "94.04"


def test_the_hours_of_a_childminder_cost_less_than_the_minimum_wage() -> None:
    row = [(20, 90, "Salaire horaire brut"), (90, 90, "104,00"), (120, 90, "4,04"), (150, 90, "420,16")]
    assert scored(*row)["hours"] == "104.00"


def test_two_missions_of_as_many_hours_are_parts_of_the_month() -> None:
    rows = [
        ((20, y, f"Heures normales - {firm}"), (90, y, "35,00"), (120, y, "13,00"), (150, y, "455,00"))
        for y, firm in ((90, "CARTONNAGES LANDRY"), (96, "VERGERS DE L'AUNIS"))
    ]
    lines = [(20, 60, "Total heures payées"), (70, 60, "70,00"), *(line for row in rows for line in row)]
    assert scored(*lines)["hours"] == "70.00"


def test_a_head_that_names_the_gain_too_is_not_the_employers_alone() -> None:
    head = [(20, 80, "LIBELLE"), (90, 80, "BASE"), (120, 80, "RETENUES"), (150, 80, "GAINS TAUX PAT.")]
    assert scored(*head, (20, 90, "TOTAL BRUT"), (152, 90, "2 628,44"))["gross"] == "2628.44"


def test_the_number_on_the_payroll_is_no_part_of_the_name() -> None:
    assert scored((20, 30, "Salarié : 09458 M. FERRAND Alexis"))["employee_name"] == "FERRAND Alexis"


@pytest.mark.parametrize("shift", [0, 8])
def test_first_and_last_day_in_boxes_of_their_own(shift: float) -> None:
    """Heads stand at the left of their boxes, days in the middle."""
    heads = ((20, 30, "Début de période"), (60, 30, "Fin de période"), (100, 30, "Payé le"))
    days = ((20 + shift, 34, "02/01/2023"), (60 + shift, 34, "20/01/2023"), (100 + shift, 34, "28/01/2023"))
    found = scored(*heads, *days)
    assert (found["period_start"], found["period_end"]) == ("2023-01-02", "2023-01-20")


def test_first_and_last_day_under_a_heading_beside_other_lines() -> None:
    lines = ((20, 60, "Période"), (20, 66, "Du 01/03/2023"), (90, 68, "Famille"), (20, 72, "au 31/03/2023"))
    found = scored(*lines)
    assert (found["period_start"], found["period_end"]) == ("2023-03-01", "2023-03-31")


def test_a_place_of_work_is_a_heading_and_no_employer() -> None:
    lines = (
        (20, 20, "AFFECTATION"),
        (20, 24, "RECTORAT DE L'ACADEMIE DE VALMONT"),
        (20, 28, "12 rue du Stade"),
        (20, 32, "18000 BOURGES"),
        (20, 36, "SIRET 732 829 320 00074"),
    )
    assert scored(*lines)["employer_name"] == "RECTORAT DE L'ACADEMIE DE VALMONT"


def test_the_firm_beside_the_title_of_a_further_sheet() -> None:
    head = ((20, 20, "NORVIA HYPERMARCHÉS"), (120, 20, "BULLETIN DE PAIE"), (120, 25, "Mars 2023 - page 2/2"))
    assert scored(*head, (20, 40, "Salarié"), (60, 40, "M. TOURÉ Gaëtan"))["employer_name"] == "NORVIA HYPERMARCHÉS"


def test_hours_of_rest_are_not_paid_hours() -> None:
    line = ((20, 150, "Repos compensateur (heures)"), (100, 150, "3,50"), (120, 150, "3,50"), (140, 150, "0,00"))
    assert "hours" not in scored(*line)


def test_hours_in_the_middle_of_their_box() -> None:
    heads = ((20, 200, "Heures"), (60, 200, "Brut"), (100, 200, "Net imposable"))
    values = ((31, 204, "101,00"), (70, 204, "1 757,36"), (112, 204, "1 434,51"))
    net = ((150, 204, "NET À PAYER"), (180, 204, "1 352,29"))
    assert scored(*heads, *values, *net)["hours"] == "101.00"


def test_a_net_in_a_box_beside_sums_of_the_year() -> None:
    heads = ((20, 200, "Heures payées"), (60, 200, "Net imposable"), (110, 200, "NET A PAYER"))
    month = ((20, 204, "159,67"), (60, 204, "2 139,72"))
    year = ((20, 208, "Cumul annuel"), (60, 208, "Cumul annuel"), (110, 208, "1 736,71 €"))
    assert scored(*heads, *month, *year)["net_paid"] == "1736.71"


def test_the_day_of_a_transfer_named_by_one_word() -> None:
    assert scored((120, 40, "Versement"), (150, 40, "30/03/2026"))["pay_date"] == "2026-03-30"


def test_the_day_of_payment_at_the_far_end_of_its_box() -> None:
    said = scored((10, 60, "Matricule"), (110, 60, "Coeff"), (160, 60, "Paye le"), (182, 64, "29/07/2022"))
    assert said["pay_date"] == "2022-07-29"


def test_the_hours_beside_a_rate_of_employment() -> None:
    said = scored(
        (10, 60, "Indice brut"), (60, 60, "Taux d'emploi"), (110, 60, "Nb d'heures"),
        (14, 64, "460"), (64, 64, "100,00 %"), (114, 64, "151,67"),
    )  # fmt: skip
    assert said["hours"] == "151.67"


def test_persons_in_a_list_are_not_the_one_paid() -> None:
    said = scored(
        (20, 20, "Salarié : VIDAL Marc-Antoine"),
        (20, 40, "Mme OGER F."), (90, 40, "11,25"),
        (20, 44, "M. HAMIDI E."), (90, 44, "23,75"),
        (20, 48, "Mme SAIDI B."), (90, 48, "21,75"),
        (20, 52, "M. COURTOIS E."), (90, 52, "13,50"),
    )  # fmt: skip
    assert said["employee_name"] == "VIDAL Marc-Antoine"


def test_an_advance_explains_a_net_far_under_the_net_before_tax() -> None:
    lines = [
        (10.0, 100.0, "Net à payer avant impôt sur le revenu"), (150.0, 100.0, "246,89"),
        (10.0, 104.0, "Impôt sur le revenu prélevé à la source"), (90.0, 104.0, "250,12"), (110.0, 104.0, "1,10"),
        (150.0, 104.0, "2,75"),
        (10.0, 108.0, "Acompte versé"), (150.0, 108.0, "150,00"),
        (10.0, 116.0, "Net à payer"), (150.0, 116.0, "94,14"),
    ]  # fmt: skip
    fields = read_fields(_layout(*lines))
    assert fields["net_paid"].value == "94.14"
    unexplained = [line for line in lines if "Acompte" not in line[2] and line[2] != "150,00"]
    assert "net_paid" not in read_fields(_layout(*unexplained))


def test_the_gross_of_the_year_is_nothing_to_hold_a_net_against() -> None:
    said = read_fields(
        _layout(
            (10, 60, "Montant net social"), (150, 60, "1 506,24"),
            (10, 64, "Net à payer avant impôt sur le revenu"), (150, 64, "1 536,20"),
            (10, 90, "Année 2024"), (80, 90, "Brut"), (120, 90, "Imposable"),
            (10, 94, "Cumul"), (78, 94, "3 844,27"), (118, 94, "3 139,98"),
        )
    )  # fmt: skip
    assert said["net_social"].value == "1506.24"


def test_a_gross_under_heads_that_stand_too_close() -> None:
    said = scored(
        (10, 60, "Intitulé"), (70, 60, "Base"), (90, 60, "Taux"), (115, 60, "Retenue"), (140, 60, "Montant"),
        (154, 60, "Taux empl."), (180, 60, "Employeur"),
        (10, 66, "Salaire de base"), (70, 66, "71,25"), (90, 66, "12,5800"), (141, 66, "896,33"),
        (10, 70, "Total brut"), (141, 70, "896,33"),
    )  # fmt: skip
    assert said["gross"] == "896.33"


def test_the_first_line_names_the_firm_beside_the_title_and_the_month() -> None:
    said = scored(
        (10, 12, "AXELOR DU BELVEDERE"), (85, 12, "BULLETIN DE PAIE"), (160, 12, "Juillet 2023"),
        (10, 22, "Adresse"), (45, 22, "47 avenue du Général-Leclerc - 07000 PRIVAS"),
    )  # fmt: skip
    assert said["employer_name"] == "AXELOR DU BELVEDERE"


def test_the_town_of_a_place_of_work_is_not_under_the_employer() -> None:
    said = scored(
        (12, 14, "PAPETERIES DE L'AVRE SA"), (12, 19, "SIRET 69339052800125 - NAF 2410Z"),
        (12, 40, "Emploi"), (43, 40, "Technicien de maintenance"),
        (12, 44, "Établissement"), (43, 44, "71100 CHALON"),
    )  # fmt: skip
    assert said["employer_name"] == "PAPETERIES DE L'AVRE SA"


def test_a_number_after_the_word_establishment_is_the_siret() -> None:
    said = read_fields(_layout((10, 20, "Employeur : SAS BRASSERIE"), (90, 20, "Etablissement : 65733808300204")))
    assert said["employer_siret"].value == "65733808300204"


def test_a_rate_beside_a_head_is_no_sum() -> None:
    said = scored(
        (10, 60, "Net avant prélèvement"), (60, 60, "Impôt à la source 6,10 %"), (130, 60, "Net à verser"),
        (14, 64, "1962,12"), (70, 64, "-127,33"), (134, 64, "1834,79 EUR"),
    )  # fmt: skip
    assert said["net_paid"] == "1834.79"


def test_a_sum_whose_comma_was_lost_is_not_the_one_below() -> None:
    said = scored((10, 60, "Montant net social"), (60, 60, "157119"), (58, 70, "1 647,56"))
    assert "net_social" not in said


def test_first_and_last_day_whose_dash_was_lost() -> None:
    said = scored((10, 20, "Période : 01/05/2023 31/05/2023"))
    assert (said["period_start"], said["period_end"]) == ("2023-05-01", "2023-05-31")


def test_a_payslip_has_no_twenty_two_pages() -> None:
    assert "pages" not in read_fields(_layout((150, 12, "Page 1/22")))


def test_a_rate_under_the_gross_is_no_gross() -> None:
    assert "gross" not in read_fields(_layout((10, 60, "Total brut"), (150, 60, "0,63"), (10, 66, "Santé")))
