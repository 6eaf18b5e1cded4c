"""``watchbill record``: any event of the ledger, and corrections of earlier entries."""

from __future__ import annotations

from typing import Annotated

import typer

from watchbill.cli.books import LedgerArgument
from watchbill.cli.entering import (
    ByOption,
    KnownOption,
    Said,
    WhyOption,
    enter,
    read_event_text,
    tell,
)
from watchbill.cli.options import JsonOption, PlainOption

EXAMPLE = (
    "Example: [bold]watchbill record summer.jsonl 'held_over: {person: Aitken,"
    " tour: 2024-05-14 07:00, until: 2024-05-14 21:00}' --why 'late transport'[/bold]"
)


def record(
    ledger: LedgerArgument,
    event: Annotated[
        str | None,
        typer.Argument(
            metavar="EVENT", help="As files write it: kind: {field: value, ...}; see --kinds."
        ),
    ] = None,
    corrects: Annotated[
        int | None,
        typer.Option(
            min=1, metavar="N", help="The entry whose place it takes; with no event, takes it back."
        ),
    ] = None,
    kinds: Annotated[
        bool, typer.Option("--kinds", help="Show every kind with its fields.")
    ] = False,
    by: ByOption = None,
    why: WhyOption = "",
    known: KnownOption = None,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Enter what happened: leave, held over, court, extra tours, exchanges, emergencies, ..."""
    from watchbill.desk.leave import refuse_unknown_leave
    from watchbill.kernel.clock import Instant
    from watchbill.kernel.problems import BadInput, Problem
    from watchbill.ledger.book import Book

    if kinds:
        _show_kinds(plain)
        return
    if event is None and corrects is None:
        raise BadInput([Problem("EVENT", None, "", "say what happened, or what it --corrects")])
    happened = None if event is None else read_event_text(event)

    def add(book: Book, now: Instant, by: str, why: str) -> Book:
        if happened is not None:
            refuse_unknown_leave(book.service.agreement, happened)
        if corrects is not None:
            return book.with_correction(corrects, happened, now, by, why)
        assert happened is not None
        return book.with_entry(happened, now, by, why)

    tell(ledger, *enter(ledger, Said(by, why, known), add), as_json=as_json, plain=plain)


def _show_kinds(plain: bool) -> None:
    from dataclasses import fields

    from watchbill.cli.show import console, grid
    from watchbill.events.registry import event_kinds
    from watchbill.kernel.doctext import doc_text
    from watchbill.kernel.edge import json_schema

    table = grid("Kind", "Fields", "What it is")
    for name, kind in event_kinds().items():
        schema = json_schema(kind)
        needed = set(schema.get("required", ()))
        written = list(schema["properties"])
        keys = [key if key in needed else f"[{key}]" for key in written]
        own = {one.name: key for one, key in zip(fields(kind), written, strict=True)}
        table.add_row(name, ", ".join(keys), doc_text(kind, own))
    console(plain=plain).print(table)
