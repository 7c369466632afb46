"""Import every module, so that every finding code is registered."""

from __future__ import annotations

import importlib
import pkgutil

import jixiao


def load_every_code() -> None:
    """Import all of jixiao: codes are declared where they are found."""
    for module in pkgutil.walk_packages(jixiao.__path__, "jixiao."):
        importlib.import_module(module.name)
