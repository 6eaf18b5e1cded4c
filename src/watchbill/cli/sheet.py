"""An agreement as the terminal shows it: a sheet of its clauses, and what of it is computed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from watchbill.agreement.counts import counts_sentences, encoding_counts
from watchbill.agreement.model import Agreement, Clause
from watchbill.cli.show import grid
from watchbill.kernel.clock import day_text
from watchbill.rules.base import Rule

if TYPE_CHECKING:
    from rich.console import Console


def show_agreement(out: Console, agreement: Agreement) -> None:
    """Its head, what it leaves open, and every clause with its rules and whom each applies to."""
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
    out.print("No mistake was found in the file.")


def show_counts(out: Console, agreement: Agreement) -> None:
    """How many clauses compute something, are recorded on purpose, or should compute and do not."""
    out.print()
    for sentence in counts_sentences(encoding_counts(agreement)):
        out.print(Text(sentence, style="bold"))


def _said(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _term(agreement: Agreement) -> str:
    begins, ends = (None if day is None else day_text(day)
                    for day in (agreement.term.begins, agreement.term.ends))  # fmt: skip
    parts = [f"from {begins}"] if begins else []
    parts += [f"to {ends}{agreement.term.taken}"] if ends else []
    return f"in force {' '.join(parts)}; " if parts else "no term stated; "


def _line(text: str) -> str:
    return " ".join(text.split())


def _reading(clause: Clause) -> Text:
    text = Text.assemble((clause.heading, "bold"), "\n", _line(clause.reading))
    if clause.assumed:
        text.append(f"\nAssumed: {_line(clause.assumed)}", style="yellow")
    for one in clause.readings:
        in_force = " (in force)" if one.name == clause.chosen else ""
        text.append(f"\nReading {one.name}{in_force}: ", style="cyan")
        text.append(_line(one.says))
    for label, said, style in _provenance(clause):
        text.append(f"\n{label}: {_line(said)}", style=style)
    return text


def _provenance(clause: Clause) -> list[tuple[str, str, str]]:
    """Where what the file has of the clause comes from: label, what is said, style."""
    found = clause.provenance
    said = [("Derived", found.derived, "dim")] if found.derived else []
    said += [("Not computed", found.missing.says, "red")] if found.missing else []
    return [*said, ("Encoding", _encoding(clause), "dim")]


def _encoding(clause: Clause) -> str:
    read = clause.provenance.read
    return f"{clause.provenance.encoding}, " + ("read by nobody yet" if read is None else str(read))


def _sheet(clause: Clause) -> str:
    """The clause as lines for a pipe: its number and heading, then a sentence a line."""
    heading, *sentences = str(_reading(clause)).splitlines()
    sentences += [f"Rule: {rule}" for rule in _rules(clause)]
    return "".join(f"{line}\n" for line in (f"{clause.number}  {heading}",
                                            *(f"    {one}" for one in sentences)))  # fmt: skip


def _rules(clause: Clause) -> list[str]:
    if not clause.rules:
        return ["none; recorded on purpose." if clause.provenance.missing is None else "none yet."]
    return [f"{rule.says()}{_how(rule)} For {_whom(clause, rule)}." for rule in clause.rules]


def _whom(clause: Clause, rule: Rule) -> str:
    """To whom the rule applies: those of the clause, and among them those of the rule."""
    scopes = [str(one) for one in (clause.applies_to, rule.applies_to) if not one.is_open]
    return ", and of these: ".join(scopes) or "everybody"


def _how(rule: Rule) -> str:
    """Whether the rule is more than what a text says, and how hard it is."""
    if rule.is_recorded:
        return " (recorded: nothing is worked out by it)"
    return " (an effort, not a limit)" if rule.soft else ""
