"""The verifiers agree on every public vector, and none ever calls an altered thing genuine."""

import datetime as dt
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import pytest
from cryptography import x509

from kiosk.assets import asset
from kiosk.proof.keys import Certificate, read_certificates
from kiosk.proof.model import VerificationReport
from kiosk.proof.verify_any import verify_any
from tests.support.chromium import Browser, chromium
from tests.vectors import make
from tests.vectors.suite import FILES, HERE, Question, described, questions


@cache
def certificates(path: Path) -> list[Certificate]:
    return read_certificates(path.read_bytes())


@cache
def authorities(path: Path) -> list[x509.Certificate]:
    return x509.load_pem_x509_certificates(path.read_bytes())


def judged(question: Question, now: dt.datetime) -> VerificationReport:
    """What `kiosk verify` says."""
    trusted = [one for path in question.trust for one in certificates(path)]
    vouching = [one for path in question.authorities for one in authorities(path)]
    return verify_any(question.data, question.pages, trusted, now, authorities=vouching)


def in_full(report: VerificationReport) -> str:
    """The report in one line, as in_browser.js writes it."""
    said = {True: "true", False: "false", None: "null"}
    checks = [f"{check.name}={said[check.passed]}={check.sentence}" for check in report.checks]
    return "|".join([report.verdict.value, report.sentence, *checks])


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with chromium(tmp_path_factory.mktemp("chromium")) as opened:
        yield opened


def test_the_vectors_are_up_to_date() -> None:
    made = make.suite()
    assert {path.name: path.read_bytes() for path in FILES.iterdir()} == made.files
    assert (HERE / "vectors.json").read_text("utf-8") == make.described(made)


@pytest.mark.timeout(300)
def test_python_and_the_browser_say_the_same_of_every_vector(browser: Browser) -> None:
    """To the sentence: same verdict, same checks, in the same order."""
    now = dt.datetime.fromisoformat(described()["now"])
    asked = list(questions())
    browser.open(asset("verifier", "verifier.html"))
    files = {path.name: path.read_bytes().hex() for path in FILES.iterdir()}
    script = (HERE / "in_browser.js").read_text("utf-8")
    call = f"({script})({json.dumps(described())}, {json.dumps(files)})"
    with ThreadPoolExecutor(1) as beside:
        running = beside.submit(browser.run, call)
        ours = [in_full(judged(question, now)) for question in asked]
        told = running.result()
    for question, said in zip(asked, ours, strict=True):
        assert said.split("|")[0] in question.verdicts, question.name
    theirs = [told["texts"][number] for number in told["answers"]]
    differing = [
        (question.name, one, other) for question, one, other in zip(asked, ours, theirs, strict=True) if one != other
    ]
    assert differing == []
    assert len(asked) > 60_000
    assert browser.complaints == []
