"""Pages that need no server: one HTML file each, with everything in it.

What an agreement's page and the reference hold can also be had as a part of another page.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from watchbill.agreement.model import Agreement
from watchbill.contract.comparison import ComparisonRecord
from watchbill.examples.read import Example
from watchbill.export.clause_view import AgreementView, view_agreement
from watchbill.export.html import render
from watchbill.export.kind_view import view_kinds
from watchbill.rules.registry import kinds

HERE = "{}.html"
"""The address of an agreement's page beside the others, with its id in place of ``{}``."""


def agreement_page(agreement: Agreement, examples: Sequence[Example] = ()) -> str:
    """The agreement clause by clause: readings, rules, remarks, worked examples.

    ``examples`` are tried beside those that ship with it.
    """
    view = view_agreement(agreement, examples)
    return render("agreement.html", view=view, agreement=agreement)


def agreement_body(view: AgreementView) -> str:
    """The same as a part of another page."""
    return render("agreement_body.html", view=view, agreement=view.agreement)


def comparison_page(told: ComparisonRecord) -> str:
    """Two agreements side by side."""
    return render("comparison.html", told=told)


def kinds_page() -> str:
    """The reference of rule kinds: what each says, its fields, faces, uses and examples."""
    return render("kinds.html", kinds=view_kinds(), page=HERE)


def kinds_body(page: str) -> str:
    """The same as a part of another page; ``page`` is an agreement's address as :data:`HERE`."""
    return render("kinds_body.html", kinds=view_kinds(), page=page)


def index_page(agreements: Iterable[Agreement]) -> str:
    """The agreements and the reference, each with a link."""
    return render("index.html", agreements=list(agreements), count=len(kinds()))
