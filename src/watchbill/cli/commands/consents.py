"""``watchbill consents``: what needs agreement, who has agreed, and whose agreement is missing."""

from __future__ import annotations

from watchbill.cli.books import LedgerArgument, PersonOption, must_know, open_book
from watchbill.cli.options import PlainOption

EXAMPLE = "Example: [bold]watchbill consents year.jsonl --person Aitken[/bold]"


def consents(
    ledger: LedgerArgument, person: PersonOption = None, plain: PlainOption = False
) -> None:
    """Show what clauses let be done by agreement: who has agreed, and whose word is missing.

    Somebody's agreement is entered by: watchbill record LEDGER
    'consent: {clause: "12.10", by: the union, at: 2024-05-06 09:00}'
    """
    from watchbill.cli.show import console, grid
    from watchbill.desk.consent import agreed

    book = open_book(ledger)
    key = must_know(book, person)
    who = None if key is None else book.now.people[key].person
    out = console(plain=plain)
    table = grid("Clause", "May be done", "Agreement")
    for one in agreed(book.service.agreement, book.known(), who):
        for place, condition in enumerate(one.conditions):
            answer = ("yes" if one.may_be_done else "not yet") if place == 0 else ""
            number = one.scoped.clause.number if place == 0 else ""
            table.add_row(number, answer, condition.evidence)
    if table.row_count:
        out.print(table)
    else:
        out.print("No clause lets anything be done by agreement.")
