"""Where the files shipped with the program are, in a checkout and in an installed package alike."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_ROOT = _PACKAGE / "assets" if (_PACKAGE / "assets").is_dir() else _PACKAGE.parent / "assets"


def asset(*parts: str) -> Path:
    """The path of a shipped file or folder, e.g. `asset("fonts", "Andika-Regular.ttf")`."""
    return _ROOT.joinpath(*parts)
