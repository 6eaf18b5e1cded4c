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
from watchbill.cli.options import JsonOption, PlainOption, StationOption
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
    station: StationOption = None,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Show the schedule as it was known then: what came to be known later plays no part."""
    from dataclasses import replace

    from watchbill.cli.board import show_schedule
    from watchbill.cli.output import write_record
    from watchbill.cli.show import console
    from watchbill.kernel.clock import wall_text
    from watchbill.ledger.rosters import roster_of
    from watchbill.roster.contract import schedule_record
    from watchbill.roster.coverage import coverage
    from watchbill.roster.seated import seated
    from watchbill.roster.station import known_station, of_station

    book = open_book(ledger)
    key = must_know(book, person)
    when = read_instant("'DATE TIME'", book.now.facts.zone, instant)
    known = book.count_known(when)
    then = replace(book, now=book.schedule(when))
    if then.now.span is None:
        begun = wall_text(book.now.facts.zone.wall(min(one.known for one in book.entries)))
        message = f"nothing was posted then; the first entry became known {begun}"
        raise BadInput([Problem("'DATE TIME'", None, "", message, instant)])
    begin, end = dates(then, first, last)
    people = None if key is None else [key]
    roster = seated(book.texts, roster_of(then.now, begin, end, people=people))
    if key is not None:
        roster = replace(roster, posts=())
    covers = coverage(roster)
    if station is not None:
        roster = of_station(roster, known_station(then.service, station, "--station"))
        covers = [cover for cover in covers if cover.post in roster.posts]
    if as_json:
        write_record(schedule_record(book.service, roster, known))
        return
    out = console(plain=plain)
    out.print(f"Known by {instant}: {known} of {len(book.entries)} entries.")
    show_schedule(out, book.service, roster, covers)
