"""`kiosk doctor`: what works on this machine and what does not, with the remedy.

--fix mends what can be mended without harm; --try uses each device of the running kiosk and prints a report;
--sheet reads that report back from the glass.

Exit status: 0 the kiosk can run, the devices work; 1 something essential is missing, a device does not work; 2 the
settings cannot be used, or no trial was made.
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
    act = parser.add_mutually_exclusive_group()
    act.add_argument("--fix", action="store_true", help="réparer ce qui peut l’être sans risque")
    act.add_argument("--try", dest="trial", action="store_true", help="essayer chaque appareil de la borne en marche")
    act.add_argument("--sheet", action="store_true", help="relire sur la vitre la feuille d’essai imprimée")
    parser.set_defaults(handler=run)


def run(args: argparse.Namespace) -> int:
    """Examine the machine, or have its devices tried; returns the exit status."""
    from kiosk.commands.doctor_trial import try_devices, try_sheet
    from kiosk.doctor.examination import can_run, examine
    from kiosk.doctor.fixes import mend, mended
    from kiosk.doctor.model import Machine
    from kiosk.settings import load_settings

    settings = load_settings()
    if args.trial:
        return try_devices(settings.control_socket, as_json=args.json)
    if args.sheet:
        return try_sheet(settings.control_socket)
    machine = Machine(settings.data_dir, settings.runtime_dir, languages=tuple(settings.ocr_languages))
    findings = examine(machine)
    if args.fix:
        before = findings
        mend(machine, before)
        findings = examine(machine)
        for words, found in zip(("Réparé", "Pas réparé"), mended(before, findings), strict=True):
            sys.stderr.writelines(f"{words} : {finding.found_in(LANGUAGE)}\n" for finding in found)
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
        "fixable": bool(finding.fix),
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
    if finding.fix:
        lines.append("    → ou : kiosk doctor --fix")
    return lines
