"""Every kind of finding that the program declares."""

from __future__ import annotations

from importlib import import_module
from pkgutil import walk_packages

import jixiao
from jixiao.kernel.finding import Code


def declared_codes() -> list[str]:
    """The codes of all modules, whatever other codes tests have declared meanwhile."""
    modules = [import_module(module.name) for module in walk_packages(jixiao.__path__, "jixiao.")]
    held = [value for module in modules for value in vars(module).values()]
    tables = [entry for value in held if isinstance(value, dict) for entry in value.values()]
    return sorted({each.id for each in [*held, *tables] if isinstance(each, Code)})
