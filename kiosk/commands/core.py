"""`kiosk core`: the process that owns the data and the devices. Started by `kiosk run` or by systemd."""

import argparse
import asyncio
import signal
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.settings import Settings


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """`kiosk core`."""
    parser = commands.add_parser("core", help="le cœur de la borne, sans écran")
    parser.set_defaults(handler=run)


def run(_arguments: argparse.Namespace) -> int:
    """Serve until SIGTERM; 2 where the stores cannot be opened."""
    from kiosk.commands.run import hold_lifeline
    from kiosk.guides.library import GuideError
    from kiosk.logs import set_up_logs
    from kiosk.proof.keys import UnusableKey
    from kiosk.settings import load_settings
    from kiosk.storage.alone import AnotherCore
    from kiosk.storage.engine import RegistryUnavailable
    from kiosk.storage.ledger import LedgerError
    from kiosk.storage.registry_base import RegistryBroken
    from kiosk.storage.space import DISK_FULL, disk_is_full
    from kiosk.storage.vault import StorageFull

    hold_lifeline()
    set_up_logs()
    settings = load_settings()
    try:
        asyncio.run(_serve(settings))
    except (
        AnotherCore,
        GuideError,
        LedgerError,
        RegistryBroken,
        RegistryUnavailable,
        UnusableKey,
        StorageFull,
    ) as error:
        sys.stderr.write(f"kiosk: {DISK_FULL if disk_is_full(settings.data_dir) else error}\n")
        return 2
    return 0


async def _serve(settings: "Settings") -> None:
    from kiosk.application.core import run_core

    task = asyncio.ensure_future(run_core(settings))
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, task.cancel)
    try:
        await task
    except asyncio.CancelledError:
        return
