"""Which driver each device has, and the worker it lives in."""

from collections.abc import Mapping

from hardware.delays import WorkerDelays
from hardware.worker import Worker
from kiosk.assets import asset
from kiosk.service.devices import Deadlines, Devices
from kiosk.settings import Settings

BEHIND_THE_SCREEN = 19
"""Niceness of the process that reads pages: the verdict on the next sheet and the screen take the core at once."""

AFTER_READING = 15.0
"""Seconds for the PDF of a page whose reading took all its time; then the reader is killed."""


def open_devices(settings: Settings) -> Devices:
    """The workers with the drivers that the settings name."""
    folder = {"folder": str(settings.prints_dir), "state_dir": str(settings.devices_dir)}
    judge, reader = (
        Worker(
            name,
            "kiosk.service.reader:Reader",
            {
                "languages": tuple(settings.ocr_languages),
                "scratch": str(settings.scratch_dir),
                "niceness": niceness,
                "seconds": settings.page_seconds,
                "seals": str(settings.seals_dir),
            },
            memory_limit=settings.reader_memory_mb * 1024 * 1024,
        )
        for name, niceness in (("judge", 0), ("reader", BEHIND_THE_SCREEN))
    )
    return Devices(
        _scanner(settings),
        judge,
        reader,
        _driver(settings, "printer", settings.printer, "Printer", {**folder, "queue": settings.printer_queue}),
        _driver(settings, "ticket", settings.ticket, "TicketPrinter", {**folder, "address": settings.ticket_address}),
        _driver(
            settings,
            "card",
            settings.card,
            "CardReader",
            {"folder": str(settings.badge_dir), "state_dir": str(settings.devices_dir)},
        ),
        _driver(
            settings,
            "camera",
            settings.camera,
            "Camera",
            {
                "folder": str(settings.scanner_folder or asset("samples")),
                "state_dir": str(settings.devices_dir),
                "source": settings.camera_source,
            },
        ),
        Deadlines(read=settings.page_seconds + AFTER_READING).scaled(settings.device_patience),
    )


def _scanner(settings: Settings) -> Worker:
    return _driver(
        settings,
        "scanner",
        settings.scanner,
        "Scanner",
        {
            "folder": str(settings.scanner_folder or asset("samples")),
            "state_dir": str(settings.devices_dir),
            "seconds_per_page": settings.scanner_seconds,
            "device": settings.scanner_device,
        },
    )


_TAKES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "simulated": ("Simulated", ("folder", "state_dir", "seconds_per_page")),
    "sane": ("Sane", ("device",)),
    "cups": ("Cups", ("queue",)),
    "escpos": ("Escpos", ("address",)),
    "piv": ("Piv", ()),
    "opencv": ("Opencv", ("source",)),
    "disabled": ("Disabled", ()),
}


def _driver(settings: Settings, device: str, driver: str, kind: str, arguments: Mapping[str, object]) -> Worker:
    prefix, names = _TAKES[driver]
    given = {name: arguments[name] for name in names if name in arguments}
    return Worker(
        device, f"hardware.{device}.{driver}:{prefix}{kind}", given, WorkerDelays().scaled(settings.device_patience)
    )
