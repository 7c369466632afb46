"""A program of another maker, started so that nothing of it is left over when it is stopped."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path


def start(command: Sequence[str], log: Path) -> subprocess.Popen[bytes]:
    """Start it in a group of its own, which Ctrl-C does not reach; what it says goes into the log."""
    flags = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
    with log.open("wb") as said:
        return subprocess.Popen(  # noqa: S603 - no shell
            command,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            creationflags=flags,
        )


def stop(process: subprocess.Popen[bytes]) -> None:
    """End the whole group at once; harmless where all of it has ended."""
    if sys.platform == "win32":
        if process.poll() is None:
            command = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
            subprocess.run(command, capture_output=True, check=False)  # noqa: S603
    else:
        with suppress(ProcessLookupError, PermissionError):  # macOS says the latter of a group that has ended
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
