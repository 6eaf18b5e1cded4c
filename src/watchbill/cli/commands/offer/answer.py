"""``watchbill offer answer``: what a person said to an offer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from watchbill.cli import FINDINGS
from watchbill.cli.books import LedgerArgument
from watchbill.cli.entering import (
    ByOption,
    DryRunOption,
    KnownOption,
    Said,
    SureOption,
    WhyOption,
    do,
)
from watchbill.cli.next_steps import LEDGER, options
from watchbill.cli.options import JsonOption, PlainOption

EXAMPLE = "Example: [bold]watchbill offer answer summer.jsonl 12 Calloway refused[/bold]"


def answer(
    ledger: LedgerArgument,
    vacancy: Annotated[
        int, typer.Argument(metavar="VACANCY", min=1, help="Entry that opened the vacancy.")
    ],
    person: Annotated[str, typer.Argument(metavar="PERSON", help="Who was asked.")],
    said: Annotated[
        str, typer.Argument(metavar="ANSWER", help="accepted, refused, no-answer or ordered.")
    ],
    sure: SureOption = False,
    by: ByOption = None,
    why: WhyOption = "",
    known: KnownOption = None,
    dry_run: DryRunOption = False,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Enter the answer to an offer; who accepts, or is ordered, has the tour.

    A refusal or no answer is charged as an offer had. Where somebody ahead in the order has not
    answered it is asked back first, nothing is entered, and it exits with 1.
    """
    fields = {
        "vacancy": vacancy,
        "person": person,
        "answer": said.replace("-", " "),
        "sure": sure,
    }
    given = Said(by, why, known, dry_run)
    outcome = do(ledger, "offer-answer", fields, given, as_json=as_json, plain=plain)
    if outcome.held_back:
        raise typer.Exit(FINDINGS)


def _words(fields: Mapping[str, Any]) -> list[str]:
    answer = fields["answer"].replace(" ", "-")
    said = [str(fields["vacancy"]), fields["person"], answer, *options(fields, sure="--sure")]
    return ["offer", "answer", LEDGER, *said]


FACES = {"offer-answer": _words}
