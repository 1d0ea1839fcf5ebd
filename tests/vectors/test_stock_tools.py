"""The third verifier: the commands printed on every receipt, on the PROOF vectors."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kiosk.proof import procedure
from tests.support.stock import run
from tests.vectors.suite import Question, questions


def accepted(question: Question, folder: Path) -> bool:
    """Whether `cmp` and `openssl` accept the code."""
    folder.mkdir()
    assert question.proof is not None
    (folder / "preuve.cbor").write_bytes(question.proof)
    (folder / "borne.pem").write_bytes(question.trust[0].read_bytes())
    return run(procedure.SIGNED_CODE[1:], folder)[0] == 0


@pytest.mark.timeout(300)
def test_stock_tools_agree_on_every_proof_vector(tmp_path: Path) -> None:
    asked = [question for question in questions() if question.stock]
    with ThreadPoolExecutor(2) as pool:
        said = list(pool.map(accepted, asked, (tmp_path / str(number) for number in range(len(asked)))))
    wrong = [one.name for one, yes in zip(asked, said, strict=True) if yes != ("genuine" in one.verdicts)]
    assert wrong == []
    assert len(asked) > 220
    assert sum(said) == 1
