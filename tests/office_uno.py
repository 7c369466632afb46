"""Run by the Python of the system, beside LibreOffice: reads jobs from standard input, see `tests/office.py`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

import uno  # type: ignore[import-not-found]
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]
from com.sun.star.connection import NoConnectException  # type: ignore[import-not-found]
from com.sun.star.lang import DisposedException  # type: ignore[import-not-found]

SECONDS_TO_START = 60
INPUT = "com.sun.star.text.textfield.Input"
"""What LibreOffice (7.4) makes of a content control that is plain text and linked."""


def start(profile: str) -> tuple[subprocess.Popen[bytes], Any]:
    """LibreOffice with a profile of its own, and its desktop."""
    pipe = f"jixiao{os.getpid()}"
    command = ["soffice", "--headless", "--norestore", "--nologo", "--nodefault", f"-env:UserInstallation={profile}"]
    process = subprocess.Popen([*command, f"--accept=pipe,name={pipe};urp;"], stdout=subprocess.DEVNULL)
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    end = time.monotonic() + SECONDS_TO_START
    while True:
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > end or process.poll() is not None:
                process.kill()
                raise
            time.sleep(0.2)
        else:
            return process, context.ServiceManager.createInstance("com.sun.star.frame.Desktop")


def option(name: str, value: object) -> Any:
    """A property of loading or storing."""
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def do(desktop: Any, job: dict[str, Any]) -> list[str]:
    """One job; what stood where the edits changed something."""
    document = desktop.loadComponentFromURL(job["source"], "_blank", 0, (option("Hidden", True),))
    try:
        found = [EDITS[edit["kind"]](document, edit) for edit in job["edits"]]
        document.storeToURL(job["target"], (option("FilterName", job["filter"]),))
    finally:
        document.close(True)
    return found


def find(document: Any, edit: dict[str, Any]) -> str:
    """A place where some words stand; those in a content control that is plain text are a field."""
    search = document.createSearchDescriptor()
    search.SearchString = edit["old"]
    place = document.findAll(search).getByIndex(edit["at"])
    return fill(place.TextField, edit) if place.TextField else change(place, edit)


def control(document: Any, edit: dict[str, Any]) -> str:
    """A content control of the body or of its tables, in their order."""
    place = list(controls(document.Text))[edit["at"]]
    return fill(place, edit) if hasattr(place, "Content") else change(next(items(place)), edit)


def controls(text: Any) -> Iterator[Any]:
    for paragraph in items(text):
        if paragraph.supportsService("com.sun.star.text.TextTable"):
            for name in paragraph.CellNames:
                yield from controls(paragraph.getCellByName(name))
            continue
        for portion in items(paragraph):
            if portion.TextPortionType == "ContentControl":
                yield portion.ContentControl
            elif portion.TextPortionType == "TextField" and portion.TextField.supportsService(INPUT):
                yield portion.TextField


def items(container: Any) -> Iterator[Any]:
    each = container.createEnumeration()
    while each.hasMoreElements():
        yield each.nextElement()


def cell(document: Any, edit: dict[str, Any]) -> str:
    table, name = edit["old"].split(":")
    return change(document.TextTables.getByIndex(int(table)).getCellByName(name), edit)


def header(document: Any, edit: dict[str, Any]) -> str:
    styles = document.StyleFamilies.getByName("PageStyles")
    for style in map(styles.getByIndex, range(styles.Count)):
        if style.isInUse():
            style.HeaderIsOn = True
            style.HeaderText.String = edit["new"]
    return ""


def change(place: Any, edit: dict[str, Any]) -> str:
    former: str = place.String
    place.String = edit["new"]
    return former


def fill(field: Any, edit: dict[str, Any]) -> str:
    former: str = field.Content
    field.Content = edit["new"]
    return former


EDITS = {"find": find, "control": control, "cell": cell, "header": header}


def main() -> None:
    """Do all jobs, and end the LibreOffice that was started for them."""
    order = json.load(sys.stdin)
    process, desktop = start(order["profile"])
    try:
        sys.stdout.write(json.dumps([do(desktop, job) for job in order["jobs"]]))
    finally:
        try:
            desktop.terminate()
            process.wait(20)
        except (DisposedException, subprocess.TimeoutExpired):  # the connection may end before the answer comes
            process.kill()


if __name__ == "__main__":
    main()
