"""`kiosk demo`: the main job, played in the real application by synthetic touches, with simulated devices."""

import argparse
import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from kiosk.assets import asset

SHEETS = ("01-bulletin-2026-01", "02-bulletin-2026-03-flou", "03-bulletin-2026-03", "04-bulletin-2026-04")
HANDED_OVER = ("01-bulletin-2026-01", "03-bulletin-2026-03", "04-bulletin-2026-04")
LONGEST_SECONDS = 170.0
MEDIATOR = "Sofia"
MEDIATOR_SECONDS = 1.6
UNUSABLE = 2


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """`kiosk demo`."""
    parser = commands.add_parser("demo", help="jouer une visite entière et laisser ses images et ses papiers")
    parser.add_argument("--out", type=Path, default=Path("demo"), metavar="DIR", help="où tout laisser (demo)")
    parser.add_argument("--panel", default="1280x800", help="taille de l’écran en pixels")
    parser.set_defaults(handler=run)


def run(arguments: argparse.Namespace) -> int:
    """0 when the visit went through and its receipt is genuine."""
    out: Path = arguments.out.resolve()
    _empty(out)
    with tempfile.TemporaryDirectory(prefix="temoin-demo-") as name:
        environment = _environment(Path(name))
        _say("La visite commence. Elle dure environ une minute.")
        status = _play(out, arguments.panel, environment)
        if status != 0:
            _say("La visite ne s’est pas terminée. Les images montrent où elle s’est arrêtée :", out)
            return status
        return _collect(out, Path(name), environment)


def _empty(out: Path) -> None:
    """Take away what an earlier demonstration left, and nothing else."""
    out.mkdir(parents=True, exist_ok=True)
    for pattern in ("[0-9][0-9]-*.png", "*.pdf", "ticket.png", "key.png", "summary.txt", "timings.json"):
        for path in out.glob(pattern):
            path.unlink()


def _environment(folder: Path) -> dict[str, str]:
    sheets = folder / "sheets"
    sheets.mkdir()
    for sheet in SHEETS:
        shutil.copyfile(asset("samples", f"{sheet}.jpg"), sheets / f"{sheet}.jpg")
    return {
        **os.environ,
        "KIOSK_SETTINGS": str(folder / "none.toml"),
        "KIOSK_DATA_DIR": str(folder / "data"),
        "KIOSK_RUNTIME_DIR": str(folder / "run"),
        "KIOSK_PRINT_FOLDER": str(folder / "prints"),
        "KIOSK_SCANNER_FOLDER": str(sheets),
        "KIOSK_SCANNER_SECONDS": "1.2",
        "KIOSK_KIOSK_NAME": "demo",
        "KIOSK_SITE_NAME": "France services (démonstration)",
    }


def _play(out: Path, panel: str, environment: Mapping[str, str]) -> int:
    command = [sys.executable, "-m", "kiosk", "run", "--windowed", "--panel", panel, "--play", str(out)]
    deadline = time.monotonic() + LONGEST_SECONDS
    with (out.parent / f"{out.name}.log").open("wb") as log:
        process = subprocess.Popen(command, env=environment, stderr=log)
        with _mediator(environment):
            seen: set[str] = set()
            while process.poll() is None and time.monotonic() < deadline:
                _tell_new_pictures(out, seen)
                time.sleep(0.2)
            _tell_new_pictures(out, seen)
        if process.poll() is None:
            process.terminate()
            process.wait()
            return 1
    if process.returncode == 0:
        (out.parent / f"{out.name}.log").unlink()
    return process.returncode


def _tell_new_pictures(out: Path, seen: set[str]) -> None:
    for picture in sorted(out.glob("[0-9][0-9]-*.png")):
        if picture.name not in seen:
            seen.add(picture.name)
            _say("  écran", picture.stem)


@contextlib.contextmanager
def _mediator(environment: Mapping[str, str]) -> Iterator[None]:
    """Someone at the desk, who answers the call through the same commands as a real mediator."""
    over = threading.Event()
    answering = threading.Thread(target=_answer_calls, args=(environment, over), daemon=True)
    answering.start()
    try:
        yield
    finally:
        over.set()
        answering.join(10)


def _answer_calls(environment: Mapping[str, str], over: threading.Event) -> None:
    from kiosk.mediation.client import CoreUnavailable, request
    from kiosk.settings import load_settings
    from kiosk.storage.engine import open_for_reading
    from kiosk.storage.registry import Registry

    settings = load_settings(
        data_dir=Path(environment["KIOSK_DATA_DIR"]), runtime_dir=Path(environment["KIOSK_RUNTIME_DIR"])
    )
    answered: set[str] = set()
    while not over.wait(0.3):
        engine = open_for_reading(settings.registry_url)
        if engine is None:
            continue
        registry = Registry(engine)
        for call in registry.open_help_requests():
            if call.id in answered:
                continue
            answered.add(call.id)
            for state in ("seen", "coming", "here", "closed"):
                if over.wait(MEDIATOR_SECONDS):
                    break
                with contextlib.suppress(CoreUnavailable):
                    request(
                        settings.control_socket,
                        {"control": "help", "id": call.id, "state": state, "mediator": MEDIATOR},
                    )
        registry.close()


def _collect(out: Path, folder: Path, environment: Mapping[str, str]) -> int:
    """The papers that were printed and handed over, and what `kiosk verify` says of them."""
    printed = {path.name: path for path in (folder / "prints").iterdir()}
    for ending, name in (("-receipt.pdf", "receipt.pdf"), ("-ticket.png", "ticket.png")):
        found = [path for printed_name, path in printed.items() if printed_name.endswith(ending)]
        shutil.copyfile(found[0], out / name)
    for path in (folder / "prints").glob("key-*.png"):
        shutil.copyfile(path, out / "key.png")
    number = next(name for name in printed if name.endswith("-receipt.pdf")).removesuffix("-receipt.pdf")
    taken = _kiosk(environment, "outbox", "take", number, "--out", str(folder / "taken"))
    if taken.returncode != 0:
        _say(taken.stderr)
        return taken.returncode
    shutil.copyfile(next((folder / "taken").rglob("*.pdf")), out / "bundle.pdf")
    pages = [str(asset("samples", f"{sheet}.jpg")) for sheet in HANDED_OVER]
    ticket = _kiosk(environment, "verify", str(out / "ticket.png"))
    receipt = _kiosk(environment, "verify", str(out / "receipt.pdf"), *pages)
    _write_summary(out, number, ticket.stdout, receipt.stdout)
    _say((out / "summary.txt").read_text())
    return max(ticket.returncode, receipt.returncode)


def _write_summary(out: Path, number: str, ticket: str, receipt: str) -> None:
    pictures = sorted(path.name for path in out.glob("[0-9][0-9]-*.png"))
    lines = [
        f"Démonstration du {time.strftime('%d/%m/%Y à %H h %M')}",
        "",
        f"{len(pictures)} écrans : {pictures[0]} … {pictures[-1]}" if pictures else "aucun écran",
        "Trois bulletins : janvier, mars et avril 2026. Celui de mars, flou, a été refait. Février manque.",
        "Un conseiller a été appelé en chemin.",
        "",
        f"receipt.pdf   le reçu {number}, page par page (A4)",
        "ticket.png    son ticket (80 mm)",
        "key.png       le ticket-clé, qui ouvre les copies scellées",
        "bundle.pdf    les pages remises au conseiller, où l’on peut chercher du texte",
        "",
        "kiosk verify ticket.png",
        ticket.strip(),
        "",
        "kiosk verify receipt.pdf et les trois feuilles",
        receipt.strip(),
    ]
    (out / "summary.txt").write_text("\n".join(lines) + "\n")


def _kiosk(environment: Mapping[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kiosk", *arguments], env=environment, capture_output=True, text=True, check=False
    )


def _say(*parts: object) -> None:
    sys.stdout.write(" ".join(str(part) for part in parts) + "\n")
    sys.stdout.flush()
