"""Frozen decisions in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watchbill.cli.output import write_record
from watchbill.cli.show import console, grid

if TYPE_CHECKING:
    from rich.console import Console

    from watchbill.contract.decision import (
        DecidedRecord,
        ExchangeDecisionRecord,
        OfferDecisionRecord,
    )
    from watchbill.events.decided import Decided


_VERDICTS = {
    "approved": "it may be approved",
    "refused": "it is refused",
    "needs consent": "it needs consent",
}


def show_decision(decided: Decided, *, as_json: bool, plain: bool) -> None:
    """A decision that is kept: as JSON, or as a person reads it."""
    from watchbill.desk.frozen import decided_record

    told = decided_record(decided)
    if as_json:
        write_record(told)
    else:
        show_told(console(plain=plain), told)


def show_told(out: Console, told: DecidedRecord) -> None:
    """An exchange condition by condition, or the order of offer of a vacancy."""
    from watchbill.contract.decision import OfferDecisionRecord

    if isinstance(told.decision, OfferDecisionRecord):
        _offers(out, told.entry, told.decision)
    else:
        _exchange(out, told.entry, told.decision)


def _exchange(out: Console, about: int, answer: ExchangeDecisionRecord) -> None:
    style = {"approved": "green", "refused": "red"}.get(answer.verdict, "yellow")
    verdict = _VERDICTS[answer.verdict]
    out.print(f"Exchange asked for in entry {about}: by the agreement {verdict}.", style=style)
    table = grid("Clause", "Condition", "Met", "Evidence")
    for one in answer.conditions:
        table.add_row(one.clause, one.condition, "yes" if one.met else "no", one.evidence)
    out.print(table)
    for soft in answer.findings:
        if soft.severity != "breach":
            out.print(f"Remark: {soft.clause}, {soft.person}: {soft.sentence}", style="yellow")
    for remark in answer.remarks:
        out.print(f"Remark: {remark.person}: {remark.sentence} ({remark.source})", style="yellow")
    if answer.coverage:
        _coverage(out, answer)


def _coverage(out: Console, answer: ExchangeDecisionRecord) -> None:
    from watchbill.kernel.clock import wall_text

    figures = ("Need", "Before", "After")
    table = grid("Post", "From", "To", *figures, title="Coverage", right=figures)
    for part in answer.coverage:
        counts = map(str, (part.need, part.before, part.after))
        table.add_row(part.post, wall_text(part.start), wall_text(part.end), *counts)
    out.print(table)


def _offers(out: Console, about: int, answer: OfferDecisionRecord) -> None:
    rule = f"clause {answer.clause}" if answer.clause else "equal chances, assumed"
    out.print(f"Vacancy of entry {about}: {answer.asked.post}, {answer.asked.tour} ({rule}).")
    table = grid("Place", "Person", "Step", "Why there", right=("Place", "Step"))
    for place, one in enumerate(answer.order, 1):
        table.add_row(str(place), one.label, str(one.step), one.reason)
    out.print(table)
    if answer.left_out:
        table = grid("Left out", "Clause", "Why")
        for left in answer.left_out:
            table.add_row(left.label, left.clause or "", left.reason)
        out.print()
        out.print(table)
    if answer.mandatory:
        names = ", ".join(one.label for one in answer.mandatory)
        out.print(f"\nIf all decline, ordered in this order: {names}.")
    else:
        out.print("\nNobody may be ordered in.")
    for spared in answer.spared:
        out.print(f"Not ordered in: {spared.label}. Clause {spared.clause}: {spared.reason}")
