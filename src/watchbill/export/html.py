"""HTML that needs no server: one file a page, everything in it, every text escaped."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup, escape

from watchbill.kernel.clock import day_of, day_text, decimal_text, length_text, time_text, wall_text
from watchbill.pay.lines import PayLine


def render(template: str, **context: Any) -> str:
    """The page that a template makes of these."""
    return _templates().get_template(template).render(**context)


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=PackageLoader("watchbill.export"),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "anchor": anchor,
        "day": day_text,
        "time": time_text,
        "wall": wall_text,
        "figure": decimal_text,
        "money": money,
        "when": when,
        "change": change,
        "long": length_text,
        "marked": marked,
        "line": lambda text: " ".join(str(text).split()),
    }
    return environment


def anchor(number: str) -> str:
    """A clause's number as the fragment of an address."""
    return "clause-" + re.sub(r"[^a-z0-9]+", "-", number.lower()).strip("-")


def marked(text: str) -> Markup:
    """A docstring's paragraph as HTML, its ``words`` as code; names of Python stay words."""
    line = re.sub(r":[a-z]+:`~?\.?([^`]+)`", r"\1", " ".join(text.split()))
    parts = line.split("``")
    return Markup("").join(
        Markup("<code>{}</code>").format(part) if place % 2 else escape(part)
        for place, part in enumerate(parts)
    )


def money(amount: Decimal) -> str:
    """``1,234.50``."""
    return f"{amount:,.2f}"


def change(amount: Decimal) -> str:
    """``+1,234.50`` or ``-3.00``."""
    return f"{amount:+,.2f}"


def when(line: PayLine) -> str:
    """From when to when a line pays; the later date only where it is another."""
    start = wall_text(line.start)
    if line.on_top:
        return f"{start}, on top"
    same = day_of(line.start) == day_of(line.end)
    return f"{start} to {time_text(line.end) if same else wall_text(line.end)[5:]}"
