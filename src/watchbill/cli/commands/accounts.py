"""``watchbill accounts``: debit tours, furlough and averaged hours, settled."""

from __future__ import annotations

from watchbill.cli.books import (
    FromOption,
    LedgerArgument,
    PersonOption,
    ToOption,
    dates,
    must_know,
    open_book,
)
from watchbill.cli.options import JsonOption, PlainOption

EXAMPLE = "Example: [bold]watchbill accounts year.jsonl --from 2024-01-01 --to 2024-12-31[/bold]"


def accounts(
    ledger: LedgerArgument,
    first: FromOption = None,
    last: ToOption = None,
    person: PersonOption = None,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Settle the accounts that the agreement keeps: movements, balance, what is done with it."""
    from watchbill.agreement.computed import computed
    from watchbill.cli.in_force import show_in_force
    from watchbill.cli.output import write_record
    from watchbill.cli.show import console, grid
    from watchbill.ledger.duties import duty
    from watchbill.pay.accounts import accounts as settle
    from watchbill.pay.contract import accounts_record
    from watchbill.rules.settling import figure

    book = open_book(ledger)
    key = must_know(book, person)
    begin, end = dates(book, first, last)
    held = computed(book.service.agreement, begin, end)
    agreement = book.service.agreement
    found = [
        account
        for own, standing in book.now.people.items()
        if key in (None, own)
        for account in settle(agreement, duty(agreement, book.now, standing), held.first, held.last)
    ]
    if as_json:
        write_record(accounts_record(book.service, held, found))
        return
    out = console(plain=plain)
    show_in_force(out, held)
    if not found:
        out.print("The agreement keeps no account for them.")
    for one in found:
        out.print(f"{one.person.label}, {one.clause.number} {one.clause.heading}")
        table = grid("", "Amount", "Why", right=("Amount",))
        for move in one.settlement.movements:
            sign = "-" if move.amount < 0 else "+"
            table.add_row("", f"{sign}{figure(move.amount)} {one.settlement.unit}", move.why)
        out.print(table)
        out.print(f"{one.settlement.outcome}\n")
