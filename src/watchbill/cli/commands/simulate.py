"""``watchbill simulate``: a year of events for a service, from a seed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from watchbill.cli.options import PlainOption
from watchbill.kernel.problems import BadInput, Problem, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from watchbill.ledger.simulate import Rates

EXAMPLE = (
    "Example: [bold]watchbill simulate hsaa-station --year 2024 --seed 1 --rate sick=0.08"
    " --out year.jsonl[/bold]"
)


def simulate(
    service: Annotated[
        str | None,
        typer.Argument(metavar="SERVICE", help="A service file, or the id of one that ships."),
    ] = None,
    year: Annotated[int, typer.Option(min=1990, max=2100, help="Which year.")] = 2024,
    seed: Annotated[int, typer.Option(help="The same seed gives the same events.")] = 1,
    rate: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME=FIGURE", help="How often something happens; see --rates."),
    ] = None,
    rates: Annotated[bool, typer.Option("--rates", help="Show every rate and its figure.")] = False,
    out: Annotated[Path, typer.Option(help="Ledger file to write, or -.")] = Path("-"),
    plain: PlainOption = False,
) -> None:
    """Write a ledger with a year of events: sickness, changes, exchanges, calls, extra tours."""
    from dataclasses import replace

    from watchbill.asking.asking import rules_of
    from watchbill.cli.output import STANDARD_OUTPUT, tell_written, write_text
    from watchbill.kernel.clock import parse_day
    from watchbill.ledger.chain import seal_all
    from watchbill.ledger.simulate import simulated
    from watchbill.rules.deciding import DecidesExchange
    from watchbill.service.load import load_service
    from watchbill.store.lines import row_lines
    from watchbill.store.opening import new_file

    chosen = _rates(rate or ())
    if rates:
        _show_rates(chosen, plain=plain)
        return
    if service is None:
        raise BadInput([Problem("SERVICE", None, "", "say for which service")])
    loaded = load_service(service)
    if not any(isinstance(one.rule, DecidesExchange) for one in rules_of(loaded.agreement)):
        chosen = replace(chosen, exchanges=0)  # none is provided for, so that none is approved
    first, last = parse_day(f"{year}-01-01"), parse_day(f"{year}-12-31")
    rows = seal_all(simulated(loaded, first, last, seed, chosen).entries)
    if out == STANDARD_OUTPUT:
        write_text(out, row_lines(rows, together=False).decode())
        return
    # What stands is never written over: a ledger is begun where there is none.
    new_file(str(out)).append(None, rows, together=False)
    tell_written(f"{len(rows)} entries in {out}")


def _rates(words: Iterable[str]) -> Rates:
    from dataclasses import fields

    from watchbill.ledger.simulate import Rates

    known = [one.name for one in fields(Rates)]
    given: dict[str, float] = {}
    for word in words:
        name, _, figure = word.partition("=")
        if name not in known:
            message = "there is no such rate"
            near = nearest(name, known)
            raise BadInput([Problem("--rate", None, "", message, name, ", ".join(known), near)])
        try:
            given[name] = float(figure)
        except ValueError as error:
            message = "a rate is a name and a figure: sick=0.08"
            raise BadInput([Problem("--rate", None, "", message, word)]) from error
    try:
        return Rates(**given)
    except ValueError as error:
        raise BadInput([Problem("--rate", None, "", str(error), " ".join(words))]) from error


def _show_rates(rates: Rates, *, plain: bool) -> None:
    from dataclasses import fields

    from watchbill.cli.show import console, grid

    table = grid("Rate", "Figure", "What it is", right=("Figure",))
    for one in fields(rates):
        table.add_row(one.name, f"{getattr(rates, one.name):g}", one.metadata["says"])
    console(plain=plain).print(table)
