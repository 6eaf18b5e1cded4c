"""``watchbill as-of``: the schedule as it stood at an instant."""

from __future__ import annotations

from typing import Annotated

import typer

from watchbill.cli.books import (
    FromOption,
    LedgerArgument,
    PersonOption,
    ToOption,
    dates,
    must_know,
    open_book,
)
from watchbill.cli.books import instant as read_instant
from watchbill.cli.options import JsonOption, PlainOption
from watchbill.kernel.problems import BadInput, Problem

EXAMPLE = "Example: [bold]watchbill as-of summer.jsonl '2024-05-10 12:00' --person Aitken[/bold]"


def as_of(
    ledger: LedgerArgument,
    instant: Annotated[
        str, typer.Argument(metavar="'DATE TIME'", help="Local time of the agreement.")
    ],
    first: FromOption = None,
    last: ToOption = None,
    person: PersonOption = None,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Show the schedule as it was known then: what came to be known later plays no part."""
    from dataclasses import replace

    from watchbill.cli.board import show_schedule
    from watchbill.cli.output import write_record
    from watchbill.cli.show import console
    from watchbill.events.posted import Posted
    from watchbill.kernel.clock import wall_text
    from watchbill.ledger.entry import known_by
    from watchbill.roster.contract import schedule_record
    from watchbill.roster.seated import seated
    from watchbill.roster.window import window

    book = open_book(ledger)
    must_know(book, person)
    when = read_instant("'DATE TIME'", book.service.agreement.zone, instant)
    entries = known_by(book.entries, when)
    then = replace(book, entries=tuple(entries))
    if (
        not entries
        and not book.laid_out
        and book.entries
        and isinstance(book.entries[0].event, Posted)
    ):
        begun = wall_text(book.service.agreement.zone.wall(book.entries[0].known))
        message = f"nothing was posted then; the first entry became known {begun}"
        raise BadInput([Problem("'DATE TIME'", None, "", message, instant)])
    begin, end = dates(then, first, last)
    standing = seated(book.service.agreement, book.schedule(when).as_roster())
    roster = window(standing, begin, end)
    if person is not None:
        own = tuple(line for line in roster.lines if line.person.name == person)
        roster = replace(roster, lines=own, posts=())
    if as_json:
        write_record(schedule_record(book.service, roster, len(entries)))
        return
    out = console(plain=plain)
    out.print(f"Known by {instant}: {len(entries)} of {len(book.entries)} entries.")
    show_schedule(out, book.service, roster)
