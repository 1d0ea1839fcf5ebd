"""What machine the figures were taken on."""

import os
import platform
from pathlib import Path


def describe() -> str:
    """Processor, cores, system, Python, tesseract: no name and no address."""
    model = next(
        (
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if line.startswith(("model name", "Model"))
        ),
        platform.machine(),
    )
    release = next(
        line.partition("=")[2].strip('"')
        for line in Path("/etc/os-release").read_text().splitlines()
        if line.startswith("PRETTY_NAME")
    )
    return f"{model}, {os.cpu_count()} cores, {release}, Python {platform.python_version()}"
