"""``watchbill record``: any event of the ledger, and corrections of earlier entries."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Annotated, Any

import typer

from watchbill.cli.books import LedgerArgument
from watchbill.cli.entering import ByOption, DryRunOption, KnownOption, Said, WhyOption, do
from watchbill.cli.next_steps import LEDGER
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
    dry_run: DryRunOption = False,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Enter what happened: leave, held over, court, extra tours, exchanges, emergencies, ..."""
    from watchbill.kernel.problems import BadInput, Problem

    if kinds:
        _show_kinds(plain)
        return
    if event is None and corrects is None:
        raise BadInput([Problem("EVENT", None, "", "say what happened, or what it --corrects")])
    said = Said(by, why, known, dry_run)
    if corrects is None:
        do(ledger, "record", {"event": event}, said, as_json=as_json, plain=plain)
    else:
        fields = {"entry": corrects, "event": event}
        do(ledger, "correct", fields, said, as_json=as_json, plain=plain)


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


def _record(fields: Mapping[str, Any]) -> list[str]:
    return ["record", LEDGER, json.dumps(fields["event"], ensure_ascii=False)]


def _correct(fields: Mapping[str, Any]) -> list[str]:
    event = [json.dumps(fields["event"], ensure_ascii=False)] if "event" in fields else []
    return ["record", LEDGER, *event, "--corrects", str(fields["entry"])]


FACES = {"record": _record, "correct": _correct}
