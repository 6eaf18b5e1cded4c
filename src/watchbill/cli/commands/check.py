"""``watchbill check``: reads an agreement and shows what it understood."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from watchbill.cli import FINDINGS
from watchbill.cli.options import JsonOption, PlainOption, ReadingOption, SetOption, choices

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console
    from rich.text import Text

    from watchbill.agreement.model import Agreement, Clause
    from watchbill.lint.remark import Remark
    from watchbill.rules.base import Rule

_NO_RULE = "Recorded; no rule to compute."
EXAMPLE = "Example: [bold]watchbill check hsaa-ems[/bold], or a file: watchbill check mine.yaml"


def check(
    agreement: Annotated[
        str, typer.Argument(metavar="AGREEMENT", help="An agreement file, or one that ships.")
    ],
    reading: ReadingOption = None,
    setting: SetOption = None,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Read an agreement: its clauses, the rules in force, and what its arithmetic says.

    Exits with 1 where the text has errors or warnings, with 0 where there are only notes, and with
    2 where the file has mistakes, each told with its line.
    """
    from watchbill.agreement.load import load_agreement
    from watchbill.lint.lint import lint

    chosen = choices(reading, setting)
    loaded = load_agreement(agreement, chosen.readings, chosen.settings)
    remarks = lint(loaded)
    if as_json:
        from watchbill.cli.output import write_record
        from watchbill.lint.contract import agreement_record

        write_record(agreement_record(loaded, remarks))
    else:
        from watchbill.cli.show import console

        out = console(plain=plain)
        _show(out, loaded)
        _show_remarks(out, remarks)
    if any(one.counts for one in remarks):
        raise typer.Exit(FINDINGS)


def _show_remarks(out: Console, remarks: Sequence[Remark]) -> None:
    from collections import Counter

    from rich.text import Text

    from watchbill.cli.show import grid
    from watchbill.lint.remark import Gravity

    if not remarks:
        out.print(Text("Its arithmetic is sound, and no usual clause is missing.", style="green"))
        return
    styles = {Gravity.ERROR: "red", Gravity.WARNING: "yellow", Gravity.NOTE: "dim"}
    table = grid("Gravity", "Clause", "Line", "What the text's arithmetic says", right=("Line",))
    for one in remarks:
        sentence = one.sentence if one.reading is None else f"By {one.reading}: {one.sentence}"
        gravity = Text(str(one.gravity), style=styles[one.gravity])
        line = str(one.line) if one.clauses else ""
        table.add_row(gravity, ", ".join(one.clauses), line, sentence)
    out.print()
    out.print(table)
    if any(one.counts for one in remarks):
        count = Counter(one.gravity for one in remarks)
        counted = (f"{count[one]} {one}{'' if count[one] == 1 else 's'}" for one in Gravity)
        out.print(Text(", ".join(counted), style="bold"))
    else:
        out.print(Text("Only notes: the arithmetic is sound.", style="green"))


def _show(out: Console, agreement: Agreement) -> None:
    from rich.text import Text

    from watchbill.cli.show import grid

    out.print(Text(agreement.name, style="bold"))
    out.print(" and ".join(agreement.parties.values()))
    out.print(f"{agreement.id}; {_term(agreement)}local time of {agreement.zone.name}")
    if agreement.assumed:
        out.print(Text(f"Assumed: {_line(agreement.assumed)}", style="yellow"))
    for parameter in agreement.parameters:
        value = agreement.settings[parameter.name]
        taken = "not given" if value is None else f"taken as {_said(value)}"
        out.print(f"Left open: {parameter.name}, {taken} (--set). {_line(parameter.says)}")
    out.print()
    if out.is_terminal:
        table = grid("Clause", "Reading", "Rules")
        for clause in agreement.clauses:
            table.add_row(clause.number, _reading(clause), "\n".join(_rules(clause)))
            table.add_row()
        out.print(table)
    else:
        for clause in agreement.clauses:
            out.print(_sheet(clause))
    assumed = sum(clause.assumed is not None for clause in agreement.clauses)
    noted = f", {assumed} of them assumed" if assumed else ""
    count = len(agreement.clauses)
    out.print(f"{count} clause{'s' if count > 1 else ''}{noted}; no mistake found in the file.")


def _said(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _term(agreement: Agreement) -> str:
    from watchbill.kernel.clock import day_text

    begins, ends = (None if day is None else day_text(day)
                    for day in (agreement.term.begins, agreement.term.ends))  # fmt: skip
    parts = [f"from {begins}"] if begins else []
    parts += [f"to {ends}"] if ends else []
    return f"in force {' '.join(parts)}; " if parts else ""


def _line(text: str) -> str:
    return " ".join(text.split())


def _reading(clause: Clause) -> Text:
    from rich.text import Text

    text = Text.assemble((clause.heading, "bold"), "\n", _line(clause.reading))
    if clause.assumed:
        text.append(f"\nAssumed: {_line(clause.assumed)}", style="yellow")
    for one in clause.readings:
        in_force = " (in force)" if one.name == clause.chosen else ""
        text.append(f"\nReading {one.name}{in_force}: ", style="cyan")
        text.append(_line(one.says))
    return text


def _sheet(clause: Clause) -> str:
    """The clause as lines for a pipe: its number and heading, then a sentence a line."""
    heading, *sentences = str(_reading(clause)).splitlines()
    sentences += [rule if rule == _NO_RULE else f"Rule: {rule}" for rule in _rules(clause)]
    return "".join(f"{line}\n" for line in (f"{clause.number}  {heading}",
                                            *(f"    {one}" for one in sentences)))  # fmt: skip


def _rules(clause: Clause) -> list[str]:
    return [f"{rule.says()}{_how(rule)}" for rule in clause.rules] or [_NO_RULE]


def _how(rule: Rule) -> str:
    """Whether the rule is more than what a text says, and how hard it is."""
    if rule.is_recorded:
        return " (recorded: nothing is worked out by it)"
    return " (an effort, not a limit)" if rule.soft else ""
