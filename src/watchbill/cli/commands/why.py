"""``watchbill why``: the place a person had in a decision, months later and to the letter."""

from __future__ import annotations

from typing import Annotated

import typer

from watchbill.cli import FINDINGS
from watchbill.cli.books import LedgerArgument, key_of, open_book
from watchbill.cli.options import JsonOption, PlainOption

EXAMPLE = "Example: [bold]watchbill why summer.jsonl Calloway 12[/bold]"


def why(
    ledger: LedgerArgument,
    person: Annotated[str, typer.Argument(metavar="PERSON", help="Who asks.")],
    vacancy: Annotated[
        int,
        typer.Argument(metavar="VACANCY", min=1, help="Number of the entry that opened it."),
    ],
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Say why a person was offered a vacancy when they were, or was left out.

    The answer is the one that was given then. It is worked out again on the same facts, and
    exits with 1 where that comes to anything else.
    """
    from watchbill.cli.output import write_record
    from watchbill.cli.show import console
    from watchbill.desk.frozen import again
    from watchbill.desk.why import why as explain
    from watchbill.desk.why import why_record

    book = open_book(ledger)
    key = key_of(book, person)
    book.vacancy(vacancy)
    found = again(book, vacancy)
    sentences = explain(book, found, key)
    if as_json:
        write_record(why_record(found, key, sentences))
    else:
        out = console(plain=plain)
        for sentence in sentences:
            out.print(sentence)
        if found.same_answer:
            out.print(f"Worked out again on the first {found.decided.upto} entries: the same"
                      " answer to the letter.", style="green")  # fmt: skip
        elif found.of_first_build:
            out.print("The answer was given on a ledger of the first build, and comes out otherwise"
                      " on what was taken over of it; above is the answer as it was given.",
                      style="red")  # fmt: skip
        elif not found.same_facts:
            out.print("The service's files or the ledger are no longer those that were looked at;"
                      " above is the answer as it was given.", style="red")  # fmt: skip
        else:
            out.print("Worked out again on the same facts the answer differs.", style="red")
    if not found.same_answer:
        raise typer.Exit(FINDINGS)
