"""What an act comes to, in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

    from watchbill.acts.outcome import ActOutcome
    from watchbill.desk.consequences import Consequences


def show_outcome(where: str, outcome: ActOutcome, *, as_json: bool, plain: bool) -> None:
    """The entries, the decision or what follows, and what can be done next."""
    from watchbill.acts.contract import outcome_record
    from watchbill.cli.next_steps import show_next
    from watchbill.cli.output import write_record
    from watchbill.cli.show import console

    if as_json:
        write_record(outcome_record(outcome))
        return
    out = console(plain=plain)
    _heading(out, outcome)
    if not _decision(out, outcome) and outcome.added:
        _follows(out, outcome)
    for note in outcome.notes:
        out.print(note, soft_wrap=True)
    if outcome.entered or outcome.held_back:  # what is not there yet is not taken back
        show_next(out, where, outcome.next)
        _why(out, where, outcome)


def _why(out: Console, where: str, outcome: ActOutcome) -> None:
    """Where to read why somebody has a tour that was offered."""
    import shlex

    from watchbill.events.offer_answer import FILLS, OfferAnswer

    for entry in outcome.added:
        event = entry.event
        if isinstance(event, OfferAnswer) and event.answer in FILLS and not outcome.held_back:
            words = shlex.join(["watchbill", "why", where, event.person, str(event.vacancy)])
            out.print(f"Next: {words}   (the reason, now and later)", soft_wrap=True)


def _heading(out: Console, outcome: ActOutcome) -> None:
    from watchbill.export.entry_text import entry_text

    for sentence in outcome.held_back:
        out.print(sentence, style="red")
    if outcome.held_back:
        out.print("Nothing was entered.", style="yellow")
        return
    if not outcome.added:
        out.print("Nothing is otherwise: nothing was entered.")
    elif not outcome.entered:
        out.print("Nothing was entered (--dry-run); this would be:", style="yellow")
    for entry in outcome.added:
        out.print(entry_text(outcome.after, entry))


def _decision(out: Console, outcome: ActOutcome) -> bool:
    """Shows the decision where the act asked for one; whether it did."""
    from watchbill.cli.decisions import show_told
    from watchbill.desk.frozen import decided_record
    from watchbill.events.exchange_answer import ExchangeAnswer

    answered = any(
        isinstance(entry.event, ExchangeAnswer) and entry.event.answer != "agreed"
        for entry in outcome.added
    )
    if outcome.decided is None or answered:
        return False
    show_told(out, decided_record(outcome.decided))
    return True


def _follows(out: Console, outcome: ActOutcome) -> None:
    follows = outcome.consequences
    _money(out, outcome.after.service.currency, follows)
    for one in follows.findings:
        who = one.person.label if one.person else "everybody"
        style = "red" if one.severity == "breach" else "yellow"
        word = "Finding" if one.severity == "breach" else "Remark"
        out.print(f"{word}: {one.clause.number}, {who}: {one.sentence}", style=style)
    for remark in follows.remarks:
        out.print(f"Remark: {remark.person}: {remark.sentence} ({remark.source})", style="yellow")
    for text in follows.short:
        out.print(f"Coverage: {text}", style="red")
    if not follows.findings and not follows.short:
        out.print("No new finding, and coverage is no worse.", style="green")
    _people(out, follows)


def _money(out: Console, currency: str, follows: Consequences) -> None:
    from watchbill.kernel.clock import day_text, decimal_text
    from watchbill.pay.price import explained

    out.print(f"Cost: {follows.difference:+,.2f} {currency} for those concerned.")
    for line in follows.lines:
        out.print(
            f"  {line.clause_number}: {decimal_text(line.hours)} h at {line.multiple}"
            f" = {line.amount:,.2f}. {explained(line)}"
        )
    if follows.notice is not None:
        out.print(
            f"Without a premium: told by {day_text(follows.notice.tell_by)}; or, told when it"
            f" was, from {day_text(follows.notice.first_date)} on."
        )


def _people(out: Console, follows: Consequences) -> None:
    from watchbill.kernel.clock import decimal_text, hours_text, wall_text

    for one in follows.hours:
        duty = " to ".join(map(hours_text, one.duty))
        paid = " to ".join(map(decimal_text, one.paid))
        out.print(f"Hours: {one.person}: on duty {duty}, paid {paid} at the basic rate.")
    for told in follows.to_tell:
        out.print(f"To be told: {told.person}, before {wall_text(told.by)}.")
