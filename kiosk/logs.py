"""Logs that cannot hold anything personal: only listed keys pass, each with a value from a closed set or a number."""

import logging
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

ALLOWED = frozenset(
    {
        "event",
        "level",
        "timestamp",
        "step",
        "pages",
        "device",
        "fault",
        "effect",
        "call",
        "state",
        "language",
        "what",
        "devices",
        "error",
        "where",
        "process",
        "status",
        "seconds",
        "version",
    }
)


def only_allowed(_logger: object, _method: str, record: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Drop every key that is not listed; of an exception keep its class and the place, never its text."""
    if record.pop("exc_info", None):
        kind, _, trace = sys.exc_info()
        record["error"] = kind.__name__ if kind else "unknown"
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        if trace is not None:
            code = trace.tb_frame.f_code
            record["where"] = f"{code.co_filename.rpartition('/')[2]}:{trace.tb_lineno}"
    return {key: value for key, value in record.items() if key in ALLOWED}


def set_up_logs() -> None:
    """Lines of JSON on standard error, which journald keeps."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            only_allowed,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        logger_factory=structlog.PrintLoggerFactory(file=sys.stderr),
        cache_logger_on_first_use=True,
    )
    logging.getLogger().handlers[:] = [logging.NullHandler()]
    logging.captureWarnings(True)
