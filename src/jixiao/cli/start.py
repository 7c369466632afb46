"""Where the installed program starts."""

from __future__ import annotations

import gc


def main() -> None:
    """Run the command line and exit."""
    gc.disable()  # a run is too short for cycles to pile up; looking for them takes a tenth of it, half while importing
    from jixiao.cli.app import main as run_and_exit

    run_and_exit()
