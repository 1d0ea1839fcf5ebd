"""Write docs/faults.md."""

from tests.faults.table import PLACE, document

PLACE.write_text(document(), encoding="utf-8")
