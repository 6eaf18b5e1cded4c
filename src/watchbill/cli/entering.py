"""Entering facts into a ledger from the command line, and showing what follows from them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

import typer

from watchbill.kernel.problems import BadInput, Problem

if TYPE_CHECKING:
    from rich.console import Console

    from watchbill.desk.consequences import Consequences
    from watchbill.events.base import Event
    from watchbill.kernel.clock import Instant, Zone
    from watchbill.ledger.book import Book
    from watchbill.store.base import Store

ByOption = Annotated[
    str | None, typer.Option(metavar="NAME", help="Who says it (default: who is logged in).")
]
WhyOption = Annotated[str, typer.Option(metavar="REASON", help="For what reason.")]
KnownOption = Annotated[
    str | None,
    typer.Option(
        metavar="'DATE TIME'", help="When it became known, local time (default: this minute)."
    ),
]


@dataclass(frozen=True, slots=True)
class Said:
    """Who enters something, why, and when it became known where not this minute."""

    by: str | None
    why: str
    known: str | None


def event_of(kind: str, **fields: Any) -> Event:
    """The event that a command's words make. Raises :class:`BadInput` with the field."""
    from watchbill.ledger.entry import read_event

    given = {name: value for name, value in fields.items() if value is not None}
    return read_event({kind: given}, "the command line")


def read_event_text(text: str) -> Event:
    """An event as files write it: ``held_over: {person: Ames, ...}``. Raises BadInput."""
    from watchbill.kernel.yamltree import parse_tree
    from watchbill.ledger.entry import read_event

    return read_event(parse_tree(text, "EVENT").data, "EVENT")


Add = Callable[["Book", "Instant", str, str], "Book"]


def enter(where: str, said: Said, add: Add) -> tuple[Book, Book]:
    """Adds what ``add`` adds to a ledger, all or nothing: the book before it and after it.

    Raises :class:`BadInput`, and nothing is written, where the ledger is broken or an event
    cannot have happened.
    """
    from watchbill.store.opening import open_store

    return enter_into(open_store(where), said, add)


def enter_into(store: Store, said: Said, add: Add, zone: Zone | None = None) -> tuple[Book, Book]:
    """As :func:`enter`, into a store; ``zone`` is the clock of a ledger that is to begin."""
    from watchbill.store.books import enter

    return enter(store, _change(said, add, zone))


def prepared(book: Book, said: Said, add: Add) -> Book:
    """The book as :func:`enter` would leave it; nothing is written. Raises as that does."""
    from watchbill.kernel.clock import this_minute

    return _change(said, add, None)(book, book.next_entered(this_minute()))


def _change(said: Said, add: Add, zone: Zone | None) -> Callable[[Book, Instant], Book]:
    by = said.by or _login()

    def change(book: Book, now: Instant) -> Book:
        return add(book, _instant(zone or book.now.facts.zone, said.known, now), by, said.why)

    return change


def _instant(zone: Zone, known: str | None, now: Instant) -> Instant:
    """When the entry becomes known: as said, or now. Nothing is known in the future."""
    from watchbill.cli.books import instant
    from watchbill.kernel.clock import wall_text

    if known is None:
        return now
    when = instant("--known", zone, known)
    if when > now:
        present = wall_text(zone.wall(now))
        message = f"nothing is known in the future; it is {present}"
        raise BadInput([Problem("--known", None, "", message, known)])
    return when


def _login() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError) as error:
        message = "say who enters it: nobody is logged in"
        raise BadInput([Problem("--by", None, "", message)]) from error


def tell(
    where: str, before: Book, after: Book, *, as_json: bool, plain: bool, entered: bool = True
) -> None:
    """Shows the entries that were added, or would be, and what follows from them."""
    from watchbill.cli.next_steps import next_steps, show_next
    from watchbill.cli.output import write_record
    from watchbill.cli.show import console
    from watchbill.desk.consequences import consequences
    from watchbill.export.entry_text import entry_text

    added = after.entries[len(before.entries) :]
    found = consequences(before, after)
    if as_json:
        from watchbill.desk.contract import outcome_record

        write_record(outcome_record(after, added, found))
        return
    out = console(plain=plain)
    for entry in added if before.entries else added[-1:]:
        out.print(entry_text(after, entry))
    _show(out, after, found)
    if entered and before.entries:
        show_next(out, next_steps(where, after, added, found.short))


def _show(out: Console, book: Book, found: Consequences) -> None:
    from watchbill.kernel.clock import decimal_text
    from watchbill.pay.price import explained

    currency = book.service.currency
    out.print(f"Cost: {found.cost:+,.2f} {currency} for those concerned.")
    for line in found.lines:
        out.print(
            f"  {line.clause_number}: {decimal_text(line.hours)} h at {line.multiple}"
            f" = {line.amount:,.2f}. {explained(line)}"
        )
    for one in found.findings:
        who = one.person.label if one.person else "everybody"
        out.print(f"Finding: {one.clause.number}, {who}: {one.sentence}", style="red")
    for text in found.short:
        out.print(f"Coverage: {text}", style="red")
    if not found.findings and not found.short:
        out.print("No new finding, and coverage is no worse.", style="green")
