"""`python -m tests.measurements`: the table of the degraded codes, into docs/measurements.md between its marks."""

import sys
from pathlib import Path

from tests.measurements.codes import TRIES, campaign
from tests.measurements.degradations import EVERY

DOCUMENT = Path(__file__).parents[2] / "docs" / "measurements.md"
BEGIN, END = "<!-- codes: begin -->", "<!-- codes: end -->"


def table() -> str:
    """Rates in percent, one row a degradation."""
    rates = campaign()
    rows = ["| degradation | " + " | ".join(rates) + " |", "|---|" + "---|" * len(rates)]
    rows += [f"| {name} | " + " | ".join(f"{rates[code][name]:.0%}" for code in rates) + " |" for name in EVERY]
    return "\n".join([f"N = {TRIES} of each; none misread.", "", *rows])


def main() -> None:
    """Replace what stands between the marks."""
    before, _, rest = DOCUMENT.read_text("utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    DOCUMENT.write_text(f"{before}{BEGIN}\n{table()}\n{END}{after}", "utf-8")
    sys.stdout.write(f"{table()}\n")


if __name__ == "__main__":
    main()
