"""``watchbill log``: the entries of a ledger."""

from __future__ import annotations

from watchbill.cli.books import LedgerArgument, PersonOption, must_know, open_book
from watchbill.cli.options import JsonOption, PlainOption

EXAMPLE = "Example: [bold]watchbill log summer.jsonl --person Aitken[/bold]"


def log(
    ledger: LedgerArgument,
    person: PersonOption = None,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """List the entries: number, when known, by whom, what and why."""
    from watchbill.cli.output import write_record
    from watchbill.cli.show import console
    from watchbill.export.entry_text import entry_text
    from watchbill.ledger.contract import entries_record

    book = open_book(ledger)
    must_know(book, person)
    entries = [
        one
        for one in book.entries
        if person is None or (one.event is not None and person in one.event.people)
    ]
    if as_json:
        write_record(entries_record(book.service, entries))
        return
    out = console(plain=plain)
    for one in entries:
        out.print(entry_text(book, one))
    if not entries:
        out.print("No entry.")
