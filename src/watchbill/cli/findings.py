"""Findings and shortages in the terminal."""

from __future__ import annotations

from itertools import groupby

from rich.console import Console
from rich.text import Text

from watchbill.audit.audit import Audit, Finding
from watchbill.cli.show import grid
from watchbill.kernel.clock import day_text, decimal_text, length_text, wall_text
from watchbill.roster.coverage import Cover
from watchbill.roster.model import Roster
from watchbill.rules.base import Severity

NARROW = 140
"""Columns below which a finding's dates and figures are folded, for its sentence to have room."""


def show_findings(out: Console, result: Audit) -> None:
    """Findings as a table, and the rules that the roster cannot be judged by.

    A person sees findings that differ only in whom they are about as one; a program has each
    on a line of its own.
    """
    if not result.findings:
        out.print(Text("Findings: none.", style="green"))
    elif not out.is_terminal:
        _show_rows(out, [[finding] for finding in result.findings])
    else:
        alike = [list(group) for _, group in groupby(result.findings, key=_what)]
        show = _show_folded if out.width < NARROW else _show_rows
        show(out, alike)
    for one in result.not_judged:
        out.print(Text(str(one), style="dim"))
    for sentence in result.unanswered:
        out.print(Text(sentence, style="dim"))


def _what(finding: Finding) -> tuple[object, ...]:
    return (finding.clause.number, finding.start, finding.end, finding.sentence, finding.severity)


def _show_rows(out: Console, groups: list[list[Finding]]) -> None:
    table = grid("Clause", "Severity", "Person", "When", "Measured", "Limit", "What",
                 title=_title(groups), right=("Measured", "Limit"))  # fmt: skip
    for group in groups:
        one = group[0]
        when = f"{day_text(one.first)} to {day_text(one.last)}"
        table.add_row(one.clause.number, _severity(one), _who(group), when, str(one.measured),
                      str(one.limit), one.sentence)  # fmt: skip
    out.print(table)


def _show_folded(out: Console, groups: list[list[Finding]]) -> None:
    table = grid("Clause", "Person", "When", "Measured", "What", title=_title(groups))
    for group in groups:
        one = group[0]
        clause = Text.assemble(one.clause.number, "\n", _severity(one))
        when = f"{day_text(one.first)}\nto {day_text(one.last)}"
        measured = Text.assemble(
            (str(one.measured), "bold"), f"\nlimit {decimal_text(one.limit.amount)}"
        )
        table.add_row(clause, _who(group), when, measured, one.sentence)
    out.print(table)


def _title(groups: list[list[Finding]]) -> str:
    return f"Findings: {sum(map(len, groups))}"


def _severity(finding: Finding) -> Text:
    style = "yellow" if finding.severity is Severity.WARNING else "red"
    return Text(str(finding.severity), style=style)


def _who(group: list[Finding]) -> str:
    return "\n".join(one.person.label if one.person else "everybody" for one in group)


def show_coverage(out: Console, roster: Roster, short: list[Cover]) -> None:
    """Whether every need is met, or each stretch in which it is not."""
    if not roster.posts:
        out.print("Coverage: the service has no posts to cover.")
        return
    if not short:
        hours = (roster.ends - roster.begins) // 60
        out.print(Text(f"Coverage: every need is met in all {hours:,} hours.", style="green"))
        return
    figures = ("Length", "Need", "Have", "Short by")
    table = grid("Short at", "From", "To", *figures, title="Coverage is short", right=figures)
    for cover in short:
        start, end = (wall_text(roster.zone.wall(time)) for time in (cover.start, cover.end))
        table.add_row(cover.post.name, start, end, length_text(cover.minutes), str(cover.need),
                      str(cover.have), Text(str(cover.short), style="red"))  # fmt: skip
    out.print(table)
    out.print()
