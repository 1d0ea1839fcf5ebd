"""Codes on a scanned payslip: a true seal beats what was read, a contradiction is told, a QR code is only text."""

import datetime as dt
from dataclasses import replace
from random import Random

import pytest
import zxingcpp

from kiosk.pages.check import read_page
from kiosk.pages.files import SourcePage
from kiosk.pages.model import Field, Image, Kind, PrintedCode, Seal
from kiosk.pages.sealed import SURE, compared, is_doubtful, known_kind
from tests.generator import captures
from tests.generator.layouts import LAYOUTS
from tests.generator.payslip import Payslip
from tests.unit.pages.twoddoc.sealing import Authority, drawn, printed_on

HOSTILE = "https://evil.example/?q=$(reboot)\x1b]8;;x\x07"


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority(dt.datetime(2000, 1, 2, tzinfo=dt.UTC), dt.datetime(2090, 1, 1, tzinfo=dt.UTC))


def sealed(authority: Authority, payslip: Payslip, net_taxable: str) -> bytes:
    truth = payslip.truth()
    days = [
        f"{(dt.date.fromisoformat(truth[name]) - dt.date(2000, 1, 1)).days:04X}"
        for name in ("period_start", "period_end")
    ]
    fields = f"50{truth['employer_siret']}53{days[0]}54{days[1]}58{net_taxable}\x1d"
    return authority.seal("06", fields, dt.date.fromisoformat(truth["period_end"]))


def test_a_true_seal_wins_and_a_different_print_raises_a_doubt(authority: Authority, payslip: Payslip) -> None:
    sheet: Image = LAYOUTS["light"](payslip).pages(300)[0]
    code = sealed(authority, payslip, "1234,56")
    sheet = printed_on(sheet, drawn(code), Random(1))
    sheet = printed_on(sheet, drawn(HOSTILE, zxingcpp.BarcodeFormat.QRCode), Random(2))
    page = read_page(SourcePage(captures.flatbed(sheet, Random(3)), 300.0, 1, 1), "x.jpg", trust=authority.trust())
    truth = payslip.truth()
    assert page["accepted"]
    assert page["kind"] == "payslip"
    for name in ("period", "period_start", "period_end", "employer_siret"):
        assert page["fields"][name]["value"] == truth[name]
        assert page["fields"][name]["confidence"] >= 0.98
    assert page["fields"]["net_taxable"] == {"value": "1234.56", "confidence": SURE}
    assert page["fields"]["gross"]["value"] == truth["gross"]
    assert page["doubts"] == ["seal_differs"]
    qr, seal = sorted(page["codes"], key=lambda code: "seal" in code)
    assert qr == {"symbol": "qr", "text": HOSTILE}
    assert (seal["seal"], seal["holder"], seal["differs"]) == ("valid", "Paie Exemple", ["net_taxable"])


PRINTED = {
    "period": Field("2026-03", 0.95),
    "net_taxable": Field("1800.00", 0.9),
    "employer_name": Field("Boulangerie Exemple", 0.8),
}
SEAL = PrintedCode(
    "2d-doc",
    seal=Seal.VALID,
    document_type="06",
    kind=Kind.PAYSLIP,
    values={
        "period": "2026-03",
        "net_taxable": "1800.00",
        "employer_name": "SARL BOULANGERIE EXEMPLE",
        "gross": "2300.00",
        "hours": "151.67",
    },
)


def test_what_agrees_becomes_sure_and_what_is_missing_is_filled() -> None:
    codes, fields = compared([SEAL], Kind.PAYSLIP, PRINTED)
    assert codes == (SEAL,)
    assert fields["period"] == Field("2026-03", 0.98)
    assert fields["gross"] == Field("2300.00", SURE)
    assert fields["employer_name"].value == "Boulangerie Exemple"
    assert not is_doubtful(codes)


def test_a_seal_that_cannot_be_checked_fills_nothing_but_is_compared() -> None:
    unchecked = replace(SEAL, seal=Seal.UNCHECKED, values={**SEAL.values, "net_taxable": "9999.00"})
    codes, fields = compared([unchecked], Kind.PAYSLIP, PRINTED)
    assert fields["net_taxable"] == PRINTED["net_taxable"]
    assert "gross" not in fields
    assert codes[0].differs == ("net_taxable",)
    assert is_doubtful(codes)


def test_a_false_seal_is_a_doubt_and_changes_nothing() -> None:
    false = replace(SEAL, seal=Seal.INVALID)
    assert compared([false], Kind.PAYSLIP, PRINTED) == ((false,), PRINTED)
    assert is_doubtful([false])
    assert known_kind([false], Kind.OTHER, 0.4) == (Kind.OTHER, 0.4)


def test_a_badly_read_value_contradicts_nobody() -> None:
    printed = {"net_taxable": Field("1300.00", 0.5)}
    codes, fields = compared([SEAL], Kind.PAYSLIP, printed)
    assert not is_doubtful(codes)
    assert fields["net_taxable"] == Field("1800.00", SURE)


def test_two_seals_on_a_page_speak_of_parts() -> None:
    both = (SEAL, replace(SEAL, values={"period": "2026-04"}))
    assert compared(both, Kind.PAYSLIP, PRINTED) == (both, PRINTED)


def test_the_kind_comes_from_the_seal() -> None:
    assert known_kind([SEAL], Kind.OTHER, 0.4) == (Kind.PAYSLIP, SURE)
    assert known_kind([replace(SEAL, seal=Seal.UNCHECKED)], Kind.RENT_RECEIPT, 0.8) == (Kind.RENT_RECEIPT, 0.8)
    assert known_kind([], Kind.OTHER, 0.4) == (Kind.OTHER, 0.4)
