"""Pages found by their files: none is listed anywhere.

A file of ``views`` has ``PAGES``: each with its address, its view, the name by which templates
lead to it, and its tab in the bar of a service, if it has one.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from watchbill.web import views
from watchbill.web.models import Membership

SERVICE = "<slug:slug>/"
"""How addresses of a service's pages begin."""
FIXED = frozenset({"accounts", "api", "static"})
"""What else addresses begin with: signing in, programs, the pages' own files."""


def everybody(_: Membership) -> bool:
    """Whoever is a member of the service."""
    return True


def no_words(_: Membership) -> tuple[str, ...]:
    """An address of a service's page that has nothing after its own name."""
    return ()


@dataclass(frozen=True, slots=True)
class Tab:
    """A page's place in the bar of a service.

    ``place`` orders the tabs; ``sees`` says who has it; ``words`` are the further words of its
    address; ``over`` are names of pages that are reached from it, beside which it is marked.
    On a phone ``rest`` is left out of its label.
    """

    label: str
    place: int
    sees: Callable[[Membership], bool] = everybody
    words: Callable[[Membership], tuple[str, ...]] = no_words
    over: tuple[str, ...] = ()
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its address as Django writes it, its view, and its name."""

    address: str
    view: Callable[..., Any]
    name: str
    tab: Tab | None = None

    @property
    def of_service(self) -> bool:
        """Whether it is a page of one service, whose name its address begins with."""
        return self.address.startswith(SERVICE)


@cache
def pages() -> tuple[Page, ...]:
    """Every page, in the order of their files."""
    found: list[Page] = []
    for one in pkgutil.iter_modules(views.__path__):
        module = importlib.import_module(f"{views.__name__}.{one.name}")
        found += getattr(module, "PAGES", ())
    return tuple(found)


def tabs() -> list[tuple[Page, Tab]]:
    """The pages that have a tab, in the order of the bar."""
    having = [(page, page.tab) for page in pages() if page.tab is not None]
    return sorted(having, key=lambda one: one[1].place)


def taken() -> frozenset[str]:
    """What no service may be called: addresses of other pages begin with it."""
    first = {page.address.partition("/")[0] for page in pages() if not page.of_service}
    return FIXED | first - {""}
