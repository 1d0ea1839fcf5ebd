"""The interface in a process of its own, as the kiosk runs it. Arguments: socket, folder, patience, steps as JSON."""

import json
import sys
from pathlib import Path

from kiosk.journey.actions import Action
from kiosk.screens.main import run
from kiosk.screens.player import Player, Step


def main() -> int:
    socket_path, out, patience, steps = sys.argv[1:5]
    player = Player(
        [Step(screen, Action(action), value) for screen, action, value in json.loads(steps)],
        Path(out),
        pace=0.6,
        patience=float(patience),
    )
    status = run(Path(socket_path), windowed=True, player=player)
    if player.failure:
        sys.stderr.write(player.failure + "\n")
    return status


if __name__ == "__main__":
    sys.exit(main())
