"""The `kiosk` program: one command a module, each ending in an exit status.

0 done · 1 the answer is no (altered, not in order) · 2 the input or the machine does not allow it · 130 interrupted.
"""

import argparse
import importlib
import sys

from kiosk.settings import BadSettings

COMMANDS = (
    "read",
    "submit",
    "verify",
    "prove-page",
    "unseal",
    "guides",
    "deadline",
    "help",
    "outbox",
    "failure",
    "receipts",
    "report",
    "resume",
    "erase",
    "keep",
    "purge",
    "ledger",
    "keys",
    "anchor",
    "doctor",
    "dock",
    "run",
    "core",
    "console",
    "screen",
    "screens",
    "demo",
)
UNUSABLE = 2


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    top = argparse.ArgumentParser(
        prog="kiosk", description="Témoin, la borne qui garde la preuve. / The kiosk that keeps the proof."
    )
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name in COMMANDS:
        importlib.import_module(f"kiosk.commands.{name.replace('-', '_')}").add_parser(commands)
    return top


def main(arguments: list[str] | None = None) -> int:
    """Run one command; what goes wrong is one line on standard error."""
    chosen = parser().parse_args(arguments)
    try:
        return int(chosen.handler(chosen))
    except BadSettings as error:
        sys.stderr.write(f"kiosk: {error}\n")
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return UNUSABLE
    except OSError as error:
        sys.stderr.write(f"kiosk: {error.strerror or 'erreur du système'}{_file(error)}\n")
    return UNUSABLE


def _file(error: OSError) -> str:
    return f" : {error.filename}" if error.filename else ""
