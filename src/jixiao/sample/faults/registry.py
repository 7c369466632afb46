"""All kinds of faults, and the checks for which there is none, with the reason."""

from __future__ import annotations

from jixiao.sample.faults import amounts, goals, keys, levels, outlines, people, reading, words
from jixiao.sample.faults.draft import ALONE, Fault

__all__ = ["ALONE", "FAULTS", "NOT_PLANTED"]

FAULTS: dict[str, Fault] = {
    fault.code: fault
    for each in (reading, words, outlines, amounts, levels, people, goals, keys)
    for fault in each.FAULTS
}
"""By code."""

NOT_PLANTED = {
    "C115|C116": "bounds that no slip of a clerk reaches; tests/attacks reaches them",
    "C20[23]|F1(?:0[3-7]|[125].)|F220|K107|K203|K22[23]|K50.|R10[23]": "mistakes in a format, which units share",
    "F140|F144": "further changes of an outline, of which the others tell as well",
    "F23[23]|F24[3-6]|F3..": "pictures and Word files, which are no text to be edited",
    "K305|K306|YD0[34]|ZJ01": "figures that samples have no place for without others being told",
    "R12[45]": "charts of lists that units of one format have, and of another have not",
    "D30.": "of the tree of all units, which no report of a unit tells",
    "D202|Y14[1-35-9]": "what is asked of the program, or how folders are kept, rather than what stands in them",
    "O...|R104|R110|V...": "of signs that YAML lets nobody write, of writing, and of documents that are written",
}
"""Patterns of codes, and why samples have no such fault."""
