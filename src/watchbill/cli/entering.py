"""Commands as faces of the acts: what was said becomes a request, and its outcome is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from watchbill.kernel.problems import BadInput, Problem

if TYPE_CHECKING:
    from watchbill.acts.base import Act
    from watchbill.acts.outcome import ActOutcome
    from watchbill.acts.roles import Who
    from watchbill.kernel.clock import Instant
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
DryRunOption = Annotated[
    bool, typer.Option("--dry-run", help="Show what would follow, and enter nothing.")
]
SureOption = Annotated[bool, typer.Option("--sure", help="Enter it although it was asked back.")]

Begun = Callable[["Book", "Instant", str, str], "Book"]
"""Begins a ledger: the book, the minute, who and why."""


@dataclass(frozen=True, slots=True)
class Said:
    """Who enters something, why, when it became known where not this minute, and whether it is
    to be entered at all."""

    by: str | None
    why: str
    known: str | None
    dry_run: bool = False


def do(
    where: str,
    name: str,
    fields: Mapping[str, object],
    said: Said,
    *,
    as_json: bool,
    plain: bool,
) -> ActOutcome:
    """Carries out the act of that name on a ledger, unless it is only to be shown, and shows what
    it comes to. Raises :class:`BadInput`."""
    from watchbill.store.opening import open_store

    return do_into(where, open_store(where), name, fields, said, as_json=as_json, plain=plain)


def do_into(
    where: str,
    store: Store,
    name: str,
    fields: Mapping[str, object],
    said: Said,
    *,
    as_json: bool,
    plain: bool,
    begun: Begun | None = None,
) -> ActOutcome:
    """As :func:`do`, into a store; ``begun`` begins the ledger that is to be there."""
    from watchbill.acts.registry import read_act
    from watchbill.cli.outcomes import show_outcome

    request = {**fields, "why": said.why, "known": said.known}
    act = read_act(name, request, "the command line")
    outcome = _outcome(store, act, _who(said.by), said, begun)
    show_outcome(where, outcome, as_json=as_json, plain=plain)
    return outcome


def _outcome(store: Store, act: Act, who: Who, said: Said, begun: Begun | None) -> ActOutcome:
    from watchbill.acts.outcome import carry_out, work_out
    from watchbill.kernel.clock import this_minute
    from watchbill.store.books import open_book

    def begin(book: Book, now: Instant) -> Book:
        return book if begun is None else begun(book, now, who.name, said.why)

    if not said.dry_run:
        return carry_out(store, act, who, begun=begin)
    book = open_book(store)
    now = book.next_entered(this_minute())
    return work_out(act, who, begin(book, now), now)


def _who(by: str | None) -> Who:
    """Whoever has the ledger's file, or the server's terminal, may do everything to it."""
    from watchbill.acts.roles import ALL, Who

    return Who(by or _login(), ALL)


def _login() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError) as error:
        message = "say who enters it: nobody is logged in"
        raise BadInput([Problem("--by", None, "", message)]) from error
