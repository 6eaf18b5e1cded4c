"""Pages that need no server: one HTML file each, with everything in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from watchbill.agreement.model import Agreement
from watchbill.compare.compare import Comparison
from watchbill.export.clause_view import view_agreement
from watchbill.kernel.clock import day_text, decimal_text, length_text, time_text
from watchbill.rules.registry import kinds


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
        "figure": decimal_text,
        "long": length_text,
        "line": lambda text: " ".join(str(text).split()),
    }
    return environment


def anchor(number: str) -> str:
    """A clause's number as the fragment of an address."""
    return "clause-" + re.sub(r"[^a-z0-9]+", "-", number.lower()).strip("-")


def agreement_page(agreement: Agreement) -> str:
    """The agreement clause by clause: readings, rules, remarks, worked examples."""
    return render("agreement.html", view=view_agreement(agreement), agreement=agreement)


def comparison_page(found: Comparison) -> str:
    """Two agreements side by side."""
    return render("comparison.html", found=found)


def kinds_page() -> str:
    """The reference of rule kinds: what each says, its fields, and what faces it has."""
    return render("kinds.html", kinds=[_kind(name) for name in kinds()])


def index_page(agreements: Iterable[Agreement]) -> str:
    """The agreements and the reference, each with a link."""
    return render("index.html", agreements=list(agreements), count=len(kinds()))


def render(template: str, **context: Any) -> str:
    """The template with these values; texts are never markup."""
    return _templates().get_template(template).render(**context)


def _kind(name: str) -> dict[str, Any]:
    import inspect

    from watchbill.kernel.edge import json_schema

    kind = kinds()[name]
    schema = json_schema(kind)
    needed = set(schema.get("required", ()))
    faces = (
        ("check", ("check", "check_staff")),
        ("constrain", ("constrain",)),
        ("price", ("price", "unpaid")),
        ("decide", ("decide", "order")),
    )
    return {
        "name": name,
        "text": inspect.getdoc(kind) or "",
        "faces": [face for face, methods in faces if any(hasattr(kind, one) for one in methods)],
        "fields": [
            {"name": field, "needed": field in needed, "says": _field(part)}
            for field, part in schema["properties"].items()
            if field not in ("soft", "applies_to", "lifted_by_emergency")
        ],
    }


def _field(part: dict[str, Any]) -> str:
    """What may be written in a field, in a few words."""
    options = part.get("anyOf", [part])
    words = []
    for option in options:
        if "enum" in option:
            words.append(" | ".join(map(str, option["enum"])))
        elif "const" in option:
            words.append(str(option["const"]))
        elif option.get("type") == "array":
            words.append(f"list of {_field(option.get('items', {})) or 'values'}")
        elif "description" in option:
            words.append(option["description"])
        elif option.get("type") != "null":
            kind = option.get("type", "")
            words.append(" or ".join(kind) if isinstance(kind, list) else str(kind))
    return ", or ".join(dict.fromkeys(word for word in words if word))
