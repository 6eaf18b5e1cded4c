"""``watchbill act``: any act, also one that has no command of its own."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from watchbill.cli import FINDINGS
from watchbill.cli.books import LedgerArgument
from watchbill.cli.entering import ByOption, DryRunOption, KnownOption, Said, WhyOption, do
from watchbill.cli.options import JsonOption, PlainOption

EXAMPLE = "Example: [bold]watchbill act summer.jsonl consent '{clause: 12.04, by: union}'[/bold]"


def act(
    ledger: LedgerArgument,
    name: Annotated[
        str | None, typer.Argument(metavar="ACT", help="Its name; see --kinds.")
    ] = None,
    fields: Annotated[
        str, typer.Argument(metavar="FIELDS", help="{field: value, ...}, as files write them.")
    ] = "{}",
    kinds: Annotated[bool, typer.Option("--kinds", help="Show every act with its fields.")] = False,
    by: ByOption = None,
    why: WhyOption = "",
    known: KnownOption = None,
    dry_run: DryRunOption = False,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Carry out an act, or show with --dry-run what would follow. Exits with 1 where it is held
    back.
    """
    from watchbill.kernel.problems import BadInput, Problem
    from watchbill.kernel.yamltree import parse_tree

    if kinds:
        _show_kinds(plain)
        return
    if name is None:
        raise BadInput([Problem("ACT", None, "", "say which act; --kinds shows them")])
    given: Any = parse_tree(fields, "FIELDS").data
    if not isinstance(given, dict):
        raise BadInput([Problem("FIELDS", None, "", "keys with values are needed", fields)])
    why, known = str(given.pop("why", why)), given.pop("known", known)
    outcome = do(ledger, name, given, Said(by, why, known, dry_run), as_json=as_json, plain=plain)
    if outcome.held_back:
        raise typer.Exit(FINDINGS)


def _show_kinds(plain: bool) -> None:
    from watchbill.acts.registry import act_kinds
    from watchbill.cli.show import console, grid
    from watchbill.kernel.edge import json_schema

    table = grid("Act", "Fields", "What it does", "Who may")
    for name, kind in act_kinds().items():
        schema = json_schema(kind)
        needed = set(schema.get("required", ()))
        names = [field for field in schema["properties"] if field not in ("why", "known")]
        fields = [field if field in needed else f"[{field}]" for field in names]
        may = sorted({*kind.roles, *(["member, for themselves"] if kind.own else [])})
        table.add_row(name, ", ".join(fields), kind.summary(), ", ".join(may))
    console(plain=plain).print(table)
