"""`kiosk doctor`: what works on this machine and what does not, with the remedy.

Exit status: 0 the kiosk can run; 1 something essential is missing; 2 the settings cannot be used.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kiosk.words import say

if TYPE_CHECKING:
    from kiosk.doctor.model import Finding

LANGUAGE = "fr"
CANNOT_RUN = 1


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = subparsers.add_parser("doctor", help="ce qui marche ici, ce qui manque, et le remède")
    parser.add_argument("--json", action="store_true", help="en JSON")
    parser.set_defaults(handler=run)


def run(args: argparse.Namespace) -> int:
    """Examine the machine; returns the exit status."""
    from kiosk.doctor.examination import can_run, examine
    from kiosk.doctor.model import Machine
    from kiosk.settings import load_settings

    settings = load_settings()
    findings = examine(Machine(settings.data_dir, settings.runtime_dir, languages=tuple(settings.ocr_languages)))
    runs = can_run(findings)
    sys.stdout.write(_as_json(findings, runs) if args.json else _as_text(findings, runs))
    return 0 if runs else CANNOT_RUN


def _as_json(findings: "Sequence[Finding]", runs: bool) -> str:
    report = {"can_run": runs, "findings": [_row(finding) for finding in findings]}
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _row(finding: "Finding") -> dict[str, object]:
    return {
        "name": finding.name,
        "health": finding.health.value,
        "essential": finding.essential,
        "found": finding.found_in(LANGUAGE),
        "remedy": finding.remedy,
    }


def _as_text(findings: "Sequence[Finding]", runs: bool) -> str:
    lines = [line for finding in findings for line in _lines(finding)]
    verdict = "La borne peut fonctionner." if runs else "La borne ne peut pas fonctionner. Voyez les lignes ✗."
    return "\n".join([*lines, "", verdict, ""])


def _lines(finding: "Finding") -> list[str]:
    sign = {"good": "✓", "limited": "–", "missing": "✗"}[finding.health]
    lines = [f"{sign} {finding.found_in(LANGUAGE)}"]
    if finding.remedy:
        lines.append(f"    → {say(LANGUAGE, finding.remedy)}")
    return lines
