"""Everything that the contract publishes, by name: gathered from its modules, listed nowhere."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import lru_cache
from importlib import import_module
from types import MappingProxyType
from typing import Any

import watchbill.contract


@lru_cache(maxsize=1)
def published() -> Mapping[str, Any]:
    """The types of the records that leave by themselves, by name, in the order of names.

    Each module names its own in ``PUBLISHED``.
    """
    kinds: dict[str, Any] = {}
    for module in pkgutil.iter_modules(watchbill.contract.__path__, "watchbill.contract."):
        kinds |= getattr(import_module(module.name), "PUBLISHED", {})
    return MappingProxyType(dict(sorted(kinds.items())))
