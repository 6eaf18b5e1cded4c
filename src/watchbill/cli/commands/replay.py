"""``watchbill replay``: the same year under another agreement, or another reading."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from watchbill.cli.books import LedgerArgument, open_book
from watchbill.cli.options import JsonOption, PlainOption, ReadingOption, SetOption, choices

if TYPE_CHECKING:
    from rich.console import Console

    from watchbill.agreement.model import Agreement
    from watchbill.pay.replay import Replay

EXAMPLE = "Example: [bold]watchbill replay year.jsonl --reading '12.08(d)=both'[/bold]"


def replay(
    ledger: LedgerArgument,
    other: Annotated[
        str | None, typer.Option("--with", metavar="AGREEMENT", help="A file, or one that ships.")
    ] = None,
    reading: ReadingOption = None,
    setting: SetOption = None,
    html: Annotated[
        Path | None, typer.Option(help="Page to write, with a chart of the months.")
    ] = None,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Price a ledger under its agreement and under another: the difference in money.

    Without --with it is the ledger's own agreement, with the readings and figures given.
    """
    from watchbill.agreement.load import load_agreement
    from watchbill.cli.output import write_record, write_text
    from watchbill.cli.show import console
    from watchbill.export.replay_page import replay_page
    from watchbill.pay.contract import replay_record
    from watchbill.pay.replay import replay as price_twice

    book = open_book(ledger)
    chosen = choices(reading, setting)
    own = book.service.agreement
    if other is None:
        changed = open_book(ledger, chosen).service.agreement
    else:
        changed = load_agreement(other, chosen.readings, chosen.settings)
    found = price_twice(own, changed, book.now)
    told = replay_record(book.service, _name(changed, own, reading, setting), found)
    if html is not None:
        write_text(html, replay_page(book, told))
    elif as_json:
        write_record(told)
    else:
        out = console(plain=plain)
        for note in found.notes:
            out.print(note, style="yellow", soft_wrap=True)
        _show(out, found)


def _name(
    changed: Agreement, own: Agreement, reading: list[str] | None, setting: list[str] | None
) -> str:
    """What the other side of the replay is called."""
    chosen = [*(reading or ()), *(setting or ())]
    if changed.id == own.id and chosen:
        return f"{changed.name} ({', '.join(chosen)})"
    return changed.name


def _show(out: Console, found: Replay) -> None:
    from watchbill.cli.show import grid
    from watchbill.pay.lines import total

    out.print(
        f"{total(found.before):,.2f} before, {total(found.after):,.2f} after:"
        f" {found.difference:+,.2f}"
    )
    for sentence in found.unknown:
        out.print(f"Not priced: {sentence}", style="yellow", soft_wrap=True)
    if not (found.by_clause or found.by_person):
        out.print(
            "What is priced comes to the same; what the rest comes to is not known."
            if found.unknown
            else "No clause and no person comes to anything else."
        )
        return
    for name, rows in (("Clause", found.by_clause), ("Person", found.by_person),
                       ("Month", found.by_month)):  # fmt: skip
        if not rows:
            continue
        figures = ("Before", "After", "Difference")
        table = grid(name, *figures, "", right=figures)
        widest = max(abs(row.difference) for row in rows) or 1
        for row in rows:
            least = 1 if row.difference else 0
            bar = "█" * max(least, round(20 * abs(row.difference) / widest))
            table.add_row(row.name, f"{row.before:,.2f}", f"{row.after:,.2f}",
                          f"{row.difference:+,.2f}", bar)  # fmt: skip
        out.print()
        out.print(table)
