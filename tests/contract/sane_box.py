"""A private configuration of the real SANE: only its test device, as large as A4."""

from pathlib import Path

TEST_DEVICE = "test:0"
ABSENT_DEVICE = "airscan:e9:Nobody"


def sane_environment(folder: Path) -> dict[str, str]:
    """Write the configuration to `folder`; the variables that make SANE use it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "dll.conf").write_text("test\n", encoding="ascii")
    (folder / "test.conf").write_text(
        "number_of_devices 1\ngeometry_min 0.0\ngeometry_max 300.0\ngeometry_quant 0.0\n"
        "resolution_min 1.0\nresolution_max 1200.0\nresolution_quant 1.0\n",
        encoding="ascii",
    )
    return {"SANE_CONFIG_DIR": str(folder)}


VIRTUAL_DEVICE = "airscan:e0:Virtual Scanner"


def airscan_environment(folder: Path, uri: str) -> dict[str, str]:
    """As above, for the one network scanner at `uri` and no search for others."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "dll.conf").write_text("airscan\n", encoding="ascii")
    (folder / "airscan.conf").write_text(
        f'[devices]\n"Virtual Scanner" = {uri}, escl\n[options]\ndiscovery = disable\nws-discovery = off\n',
        encoding="ascii",
    )
    return {"SANE_CONFIG_DIR": str(folder)}
