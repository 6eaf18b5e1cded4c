"""``watchbill offer answer``: what a person said to an offer."""

from __future__ import annotations

from typing import Annotated

import typer

from watchbill.cli.books import LedgerArgument
from watchbill.cli.entering import ByOption, KnownOption, Said, WhyOption, enter, event_of, tell
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
    by: ByOption = None,
    why: WhyOption = "",
    known: KnownOption = None,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Enter the answer to an offer; who accepts, or is ordered, has the tour.

    A refusal or no answer is charged as an offer had.
    """
    from watchbill.desk.offers import answered
    from watchbill.events.offer_answer import OfferAnswer
    from watchbill.kernel.clock import Instant, wall_text
    from watchbill.ledger.book import Book

    def add(book: Book, now: Instant, by: str, why: str) -> Book:
        at = wall_text(book.now.facts.zone.wall(now))
        words = said.replace("-", " ")
        event = event_of("offer_answer", person=person, vacancy=vacancy, answer=words, at=at)
        assert isinstance(event, OfferAnswer)
        return book.with_entries(answered(book, event), now, by, why)

    tell(ledger, *enter(ledger, Said(by, why, known), add), as_json=as_json, plain=plain)
