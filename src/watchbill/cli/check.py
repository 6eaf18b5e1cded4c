"""``watchbill check``: reads an agreement and shows what it understood."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from rich.text import Text

from watchbill.agreement.load import load_agreement
from watchbill.agreement.model import Agreement, Clause
from watchbill.cli.options import JsonOption, ReadingOption, SetOption, choices
from watchbill.cli.show import console, grid, show_json

EXAMPLE = "Example: [bold]watchbill check hsaa-ems[/bold], or a file: watchbill check mine.yaml"


def check(
    agreement: Annotated[
        str, typer.Argument(metavar="AGREEMENT", help="An agreement file, or one that ships.")
    ],
    reading: ReadingOption = None,
    setting: SetOption = None,
    as_json: JsonOption = False,
) -> None:
    """Read an agreement: its clauses, their plain readings, and the rules in force."""
    chosen = choices(reading, setting)
    loaded = load_agreement(agreement, chosen.readings, chosen.settings)
    if as_json:
        show_json(_as_data(loaded))
        return
    out = console()
    out.print(Text(loaded.name, style="bold"))
    parties = " and ".join(loaded.parties.values())
    out.print(f"{parties}; local time of {loaded.zone.name}; id {loaded.id}")
    if loaded.assumed:
        out.print(Text(f"Assumed: {loaded.assumed.strip()}", style="yellow"))
    out.print()
    table = grid("Clause", "Heading", "Rules in force")
    for clause in loaded.clauses:
        table.add_row(clause.number, _heading(clause), "\n".join(_rules(clause)))
    out.print(table)
    out.print(f"\n{len(loaded.clauses)} clauses, no mistake found in the file.")


def _heading(clause: Clause) -> Text:
    text = Text(clause.heading)
    if clause.assumed:
        text.append("\nassumed", style="yellow")
    return text


def _rules(clause: Clause) -> list[str]:
    lines = [rule.says() + (" (an effort, not a limit)" if rule.soft else "")
             for rule in clause.rules]  # fmt: skip
    if clause.readings:
        others = [one.name for one in clause.readings if one.name != clause.chosen]
        lines.append(f"[reading {clause.chosen}; the other: {', '.join(others)}]")
    return [line.replace("[", r"\[") for line in lines] or ["recorded, no rule to compute"]


def _as_data(agreement: Agreement) -> dict[str, Any]:
    return {
        "agreement": agreement.id,
        "name": agreement.name,
        "parties": dict(agreement.parties),
        "time_zone": agreement.zone.name,
        "settings": dict(agreement.settings),
        "clauses": [
            {
                "clause": clause.number,
                "heading": clause.heading,
                "reading": clause.reading.strip(),
                "assumed": clause.assumed,
                "line": clause.line,
                "chosen": clause.chosen,
                "readings": {one.name: one.says.strip() for one in clause.readings},
                "rules": [
                    {"kind": rule.kind(), "says": rule.says(), "soft": rule.soft}
                    for rule in clause.rules
                ],
            }
            for clause in agreement.clauses
        ],
    }
