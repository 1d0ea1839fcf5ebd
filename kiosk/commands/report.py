"""`kiosk report --month 2026-11 --out FOLDER`: what happened how often, for the network’s platform.

Exit status: 0 done; 2 not possible (no such month, folder that cannot be written).
"""

import argparse
import sys
from pathlib import Path

REFUSED = 2


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = subparsers.add_parser("report", help="le rapport d’un mois, sans rien de personnel")
    parser.add_argument("--month", required=True, metavar="AAAA-MM", help="le mois, par exemple 2026-11")
    parser.add_argument("--out", type=Path, default=Path(), metavar="DOSSIER", help="où écrire les fichiers")
    parser.set_defaults(handler=run)


def run(args: argparse.Namespace) -> int:
    """Write the files, and say where."""
    from kiosk.guides.library import load_guides
    from kiosk.reports.files import as_csv, as_spreadsheet
    from kiosk.reports.monthly import month_of, monthly_report
    from kiosk.settings import load_settings
    from kiosk.storage.engine import RegistryUnavailable, open_for_reading
    from kiosk.storage.registry import Registry

    settings = load_settings()
    try:
        first, last = month_of(args.month)
    except ValueError:
        sys.stderr.write("Le mois s’écrit comme 2026-11.\n")
        return REFUSED
    try:
        engine = open_for_reading(settings.registry_url)
    except RegistryUnavailable as error:
        sys.stderr.write(f"{error}\n")
        return REFUSED
    counts: dict[str, int] = {}
    if engine is not None:
        registry = Registry(engine)
        counts = registry.counts(first, last)
        registry.close()
    report = monthly_report(counts, load_guides(settings.guides_dir).all(), args.month, settings.site_name)
    args.out.mkdir(parents=True, exist_ok=True)
    files = {f"{table.name}_{args.month}.csv": as_csv(table) for table in report.tables}
    for name, content in {**files, f"rapport_{args.month}.xlsx": as_spreadsheet(report)}.items():
        (args.out / name).write_bytes(content)
        sys.stdout.write(f"{args.out / name}\n")
    sys.stdout.write(f"{report.headline}\n")
    return 0
