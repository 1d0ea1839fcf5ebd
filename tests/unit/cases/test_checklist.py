"""What is asked, what is there, what is missing: piles as people bring them."""

import datetime as dt
import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.cases.checklist import Checklist, MissingMonth, PaperFacts, checklist
from kiosk.guides.library import load_guides
from kiosk.guides.months import months_between

TODAY = dt.date(2026, 6, 10)
GUIDES = load_guides()
BAKERY = "BOULANGERIE DU PONT"
GUARDS = "VIGILANCE NORD-SUD SÉCURITÉ"
SIRET = "73282932000074"


def slip(name: str, period: str | None, employer: str | None = BAKERY, **more: object) -> PaperFacts:
    facts: dict[str, object] = {"kind": "payslip", "employee": "Fatima Thévenoux", "page": 1, "pages": 1} | more
    return PaperFacts(page_id=name, period=period, employer=employer, **facts)  # type: ignore[arg-type]


def bulletins(*papers: PaperFacts) -> Checklist:
    return checklist(GUIDES.get("ft.bulletins"), papers, TODAY)


def quarter(*papers: PaperFacts) -> Checklist:
    return checklist(GUIDES.get("caf.dtr"), papers, TODAY)


def test_a_whole_pile_is_complete() -> None:
    seen = bulletins(slip("a", "2026-01"), slip("b", "2026-02"), slip("c", "2026-03"))
    assert seen == Checklist(months_there=("2026-01", "2026-02", "2026-03"))


def test_february_is_missing_whatever_the_order() -> None:
    for order in itertools.permutations([slip("a", "2026-01"), slip("b", "2026-03"), slip("c", "2026-04")]):
        seen = bulletins(*order)
        assert seen.months_missing == (MissingMonth("2026-02", BAKERY),)
        assert not seen.complete
        assert seen.certain


def test_each_employer_has_its_own_holes() -> None:
    seen = bulletins(
        slip("a", "2026-01"),
        slip("b", "2026-03"),
        slip("c", "2026-02", GUARDS),
        slip("d", "2026-04", GUARDS),
    )
    assert seen.months_missing == (MissingMonth("2026-02", BAKERY), MissingMonth("2026-03", GUARDS))
    assert seen.months_there == ("2026-01", "2026-02", "2026-03", "2026-04")


def test_two_employers_in_one_month_are_no_duplicate() -> None:
    seen = bulletins(slip("a", "2026-01"), slip("b", "2026-01", GUARDS))
    assert seen.duplicates == ()
    assert seen.complete


def test_one_company_under_two_spellings_and_two_sites_is_one_employer() -> None:
    seen = bulletins(
        slip("a", "2026-01", employer_siret=SIRET),
        slip("b", "2026-02", "SARL Boulangerie du Pont", employer_siret="73282932000082"),
        slip("c", "2026-03", "BOULANGERIE  DU P0NT"),
    )
    assert seen.complete


def test_the_same_sheet_twice_is_a_duplicate_and_harms_nothing() -> None:
    seen = bulletins(slip("a", "2026-01"), slip("b", "2026-02"), slip("c", "2026-01"))
    assert seen.duplicates == (("a", "c"),)
    assert seen.complete


def test_two_missions_of_an_agency_in_one_month_are_no_duplicate() -> None:
    seen = bulletins(
        slip("a", "2026-01", marks=("2026-01-05", "412.10")), slip("b", "2026-01", marks=("2026-01-19", "388.00"))
    )
    assert seen.duplicates == ()


def test_the_same_sheet_read_less_well_is_still_a_duplicate() -> None:
    seen = bulletins(slip("a", "2026-01", marks=("2026-01-01", "2100.00")), slip("b", "2026-01", marks=("2100.00",)))
    assert seen.duplicates == (("a", "b"),)


def test_a_paper_of_someone_else_is_told_and_its_month_not_counted() -> None:
    seen = bulletins(
        slip("a", "2026-01"), slip("b", "2026-02"), slip("x", "2026-03", GUARDS, employee="Oksana Hamdaoui")
    )
    assert seen.other_person == ("x",)
    assert seen.months_there == ("2026-01", "2026-02")
    assert not seen.complete


def test_a_name_that_is_nearly_the_visitors_is_asked_about_once_not_twice() -> None:
    seen = bulletins(slip("a", "2026-01"), slip("b", "2026-02", employee="Karim Thévenoux"), slip("c", "2026-03"))
    assert seen.other_person == ("b",)
    assert seen.months_missing == ()
    assert not seen.complete


def test_a_colleagues_payslip_does_not_stand_for_the_month_it_bears() -> None:
    seen = bulletins(slip("a", "2026-01"), slip("b", "2026-02", employee="Oksana Hamdaoui"), slip("c", "2026-03"))
    assert seen.other_person == ("b",)
    assert seen.months_missing == (MissingMonth("2026-02", BAKERY),)


def test_a_birth_name_links_the_papers_of_one_person() -> None:
    seen = bulletins(
        slip("a", "2026-01", employee="Claire MARTIN"),
        slip("b", "2026-02", employee="DUPONT Claire"),
        slip("c", "2026-03", employee="Mme DUPONT née MARTIN Claire"),
    )
    assert seen.other_person == ()


def test_an_unread_name_accuses_nobody() -> None:
    seen = bulletins(slip("a", "2026-01"), slip("b", "2026-02", employee=None))
    assert seen.complete


def test_in_a_household_the_other_name_is_a_question_not_a_fault() -> None:
    seen = quarter(
        slip("a", "2026-02"),
        slip("b", "2026-03"),
        slip("c", "2026-04"),
        slip("d", "2026-03", GUARDS, employee="Karim Thévenoux"),
    )
    assert seen.other_person == ("d",)
    assert seen.complete


def test_the_quarter_asks_for_three_months() -> None:
    seen = quarter(slip("a", "2026-03"))
    assert seen.months_missing == (MissingMonth("2026-02"), MissingMonth("2026-04"))
    assert quarter().months_missing == tuple(MissingMonth(month) for month in ("2026-02", "2026-03", "2026-04"))
    assert quarter().papers_missing == ()


def test_a_hole_of_one_employer_is_told_once_though_the_quarter_asks_for_the_month_too() -> None:
    assert quarter(slip("a", "2026-02"), slip("b", "2026-04")).months_missing == (MissingMonth("2026-03", BAKERY),)


def test_a_job_that_began_in_the_quarter_leaves_no_hole() -> None:
    seen = quarter(slip("a", "2026-02"), slip("b", "2026-03", GUARDS), slip("c", "2026-04", GUARDS))
    assert seen.complete


def test_a_month_that_could_not_be_read_is_never_the_visitors_fault() -> None:
    seen = quarter(slip("a", "2026-02"), slip("b", "2026-04"), slip("c", None))
    assert seen.unread == ("c",)
    assert not seen.certain
    assert seen.other_person == seen.incomplete == ()


def test_a_page_not_read_at_all_is_unread() -> None:
    seen = quarter(PaperFacts("a"))
    assert seen.unread == ("a",)
    assert not seen.certain


@pytest.mark.parametrize("period", ["2026-13", "mars 2026", "", "2026-3"])
def test_a_month_that_is_none_is_unread(period: str) -> None:
    assert bulletins(slip("a", period)).unread == ("a",)


def test_a_payslip_of_an_unread_employer_fills_the_hole_of_its_month() -> None:
    assert bulletins(slip("a", "2026-01"), slip("b", "2026-02", None), slip("c", "2026-03")).months_missing == ()


def test_an_employer_known_by_name_here_and_by_number_there_leaves_no_hole() -> None:
    seen = bulletins(
        slip("a", "2026-01", None, employer_siret=SIRET),
        slip("b", "2026-02", BAKERY),
        slip("c", "2026-03", None, employer_siret=SIRET),
    )
    assert seen.months_missing == ()


def test_years_apart_is_another_job_not_a_hundred_missing_months() -> None:
    assert bulletins(slip("a", "2016-01"), slip("b", "2026-02")).months_missing == ()


def test_half_a_payslip_is_incomplete() -> None:
    seen = bulletins(slip("a", "2026-01", pages=2), slip("b", "2026-02"))
    assert seen.incomplete == ("a",)
    assert not seen.complete


def test_the_second_half_without_the_first_is_incomplete() -> None:
    assert bulletins(slip("a", "2026-01", page=2, pages=2)).incomplete == ("a",)


@pytest.mark.parametrize(
    "second",
    [
        slip("b", "2026-01", page=2, pages=2),
        slip("b", None, None, page=2, pages=2, employee=None),
        slip("b", "2026-01", None, page=2, pages=2, employee=None),
        slip("b", "2026-01", page=None, pages=None),
        PaperFacts("b", kind="other", page=2, pages=2),
        PaperFacts("b", page=2),
    ],
)
def test_the_second_half_is_found_however_little_it_says(second: PaperFacts) -> None:
    seen = bulletins(slip("a", "2026-01", pages=2), second)
    assert (seen.incomplete, seen.duplicates, seen.unread) == ((), (), ())
    assert seen.complete


def test_both_sides_scanned_twice_are_two_duplicates() -> None:
    seen = bulletins(
        slip("a", "2026-01", pages=2),
        slip("b", "2026-01", page=2, pages=2),
        slip("c", "2026-01", pages=2),
        slip("d", "2026-01", page=2, pages=2),
    )
    assert seen.duplicates == (("a", "c"), ("b", "d"))
    assert seen.incomplete == ()


def test_the_second_page_of_someone_else_is_not_taken_in() -> None:
    seen = bulletins(slip("a", "2026-01", pages=2), slip("b", None, None, page=2, pages=2, employee="Oksana Hamdaoui"))
    assert seen.incomplete == ("a",)
    assert seen.unread == ("b",)


def test_the_warning_itself_is_asked_for_and_payslips_are_not() -> None:
    guide = GUIDES.get("ft.avertissement")
    assert checklist(guide, [], TODAY).papers_missing == ("notice_before_sanction",)
    letter = PaperFacts("a", kind="notice_before_sanction")
    assert checklist(guide, [letter], TODAY) == Checklist()
    unsure = checklist(guide, [PaperFacts("a", kind="other")], TODAY)
    assert unsure.papers_missing == ("notice_before_sanction",)
    assert not unsure.certain


def test_with_nothing_at_all_the_payslip_is_the_missing_paper() -> None:
    assert bulletins().papers_missing == ("payslip",)


@given(
    st.integers(2, 12).flatmap(lambda length: st.tuples(st.just(length), st.integers(1, max(1, length - 2)))),
    st.integers(0, 2**32),
)
def test_any_one_month_taken_out_is_the_month_told(shape: tuple[int, int], seed: int) -> None:
    length, taken = shape
    months = months_between("2025-01", "2025-12")[:length]
    papers = [slip(month, month) for place, month in enumerate(months) if place != taken]
    random.Random(seed).shuffle(papers)
    inside = 0 < taken < length - 1
    expected = (MissingMonth(months[taken], BAKERY),) if inside else ()
    assert bulletins(*papers).months_missing == expected


PAPERS = st.lists(
    st.builds(
        PaperFacts,
        page_id=st.uuids().map(str),
        kind=st.sampled_from(["payslip", "payslip", "other", None]),
        period=st.sampled_from(["2026-01", "2026-02", "2026-03", "2026-04", None, "?"]),
        employer=st.sampled_from([BAKERY, GUARDS, None, ""]),
        employer_siret=st.sampled_from([SIRET, "12", None]),
        employee=st.sampled_from(["Fatima Thévenoux", "Oksana Hamdaoui", None, "M."]),
        page=st.one_of(st.none(), st.integers(1, 3)),
        pages=st.one_of(st.none(), st.integers(1, 3)),
    ),
    max_size=10,
)


@given(PAPERS, st.sampled_from(GUIDES.all()))
def test_whatever_was_read_every_page_told_exists_and_nothing_there_is_missing(
    papers: list[PaperFacts], guide: object
) -> None:
    seen = checklist(guide, papers, TODAY)  # type: ignore[arg-type]
    names = {paper.page_id for paper in papers}
    told = {*seen.unread, *seen.incomplete, *seen.other_person, *itertools.chain(*seen.duplicates)}
    assert told <= names
    assert all(len(group) > 1 for group in seen.duplicates)
    assert len([*itertools.chain(*seen.duplicates)]) == len({*itertools.chain(*seen.duplicates)})
    assert not {hole.month for hole in seen.months_missing if hole.employer is None} & set(seen.months_there)
    if seen.complete:
        assert not (seen.months_missing or seen.papers_missing or seen.incomplete)


@given(PAPERS)
def test_a_sheet_more_never_makes_a_month_less_there(papers: list[PaperFacts]) -> None:
    guide = GUIDES.get("caf.dtr")
    for count in range(len(papers)):
        fewer, more = (checklist(guide, papers[:length], TODAY) for length in (count, count + 1))
        assert set(fewer.months_there) <= set(more.months_there)
