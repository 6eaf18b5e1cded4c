"""``watchbill design``: rotations for a service, several lengths of tours side by side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from watchbill.cli import FINDINGS
from watchbill.cli.design_options import (
    EffortOption,
    LengthsOption,
    LimitOption,
    PeopleOption,
    PlatoonsOption,
    SeedOption,
    WantedOption,
    WeekOption,
)
from watchbill.cli.options import (
    JsonOption,
    PlainOption,
    ReadingOption,
    ServiceArgument,
    SetOption,
    choices,
    read_length,
)
from watchbill.kernel.problems import BadInput, Problem

if TYPE_CHECKING:
    from decimal import Decimal

    from rich.console import Console

    from watchbill.design.study.study import LengthStudy, Study

EXAMPLE = (
    "Example: [bold]watchbill design kamloops-cso --hours 8 --hours 12 --html design.html[/bold]"
)
CORES = 4
"""Searches that take turns; the answer does not depend on how many run at once."""


def design(
    service: ServiceArgument,
    hours: LengthsOption = None,
    people: PeopleOption = None,
    week: WeekOption = None,
    platoons: PlatoonsOption = None,
    wanted: WantedOption = 6,
    seed: SeedOption = 1,
    effort: EffortOption = 0.5,
    limit: LimitOption = None,
    reading: ReadingOption = None,
    setting: SetOption = None,
    html: Annotated[Path | None, typer.Option(help="Report to write, or -.")] = None,
    proposal: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Proposal to write: what would have to be changed."),
    ] = None,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Design rotations for a service under its agreement, and say why not where none can be.

    Ctrl-C keeps what was found. Exits with 1 where a length has no rotation.
    """
    from dataclasses import replace

    from watchbill.cli.designs import show_end, show_length, show_service
    from watchbill.cli.in_force import schedule_in_force, show_in_force
    from watchbill.cli.output import write_record, write_text
    from watchbill.cli.progress import aside, progress
    from watchbill.cli.show import console
    from watchbill.design.contract import design_record
    from watchbill.design.study.study import study
    from watchbill.service.load import load_service
    from watchbill.solve.settings import Settings

    lengths = [read_length("--hours", text) for text in hours or ("8", "10", "12")]
    least = None if week is None else _hours(week)
    chosen = choices(reading, setting)
    read = load_service(service, chosen.readings, chosen.settings)
    held = schedule_in_force(read)
    read = replace(read, agreement=held.at_first)
    settings = Settings(limit=limit, seed=seed, cores=CORES, effort=effort)
    out = console(plain=plain)
    shown = not as_json and (html is None or str(html) != "-")
    if shown:
        show_in_force(out, held)
        show_service(out, read)
    with progress() as watch:

        def hear(one: LengthStudy) -> None:
            if shown:
                with aside(watch):
                    show_length(out, one)

        chosen_lengths = list(dict.fromkeys(lengths))
        found = study(read, chosen_lengths, people, least, settings, watch, wanted, hear, platoons)
    if html is not None:
        from watchbill.export.design_page import design_page

        write_text(html, design_page(found))
    if proposal is not None:
        _write_proposal(proposal, found, out if shown else console(stderr=True, plain=plain))
    if as_json:
        write_record(design_record(found, held))
    elif shown:
        show_end(out, found)
    if any(not one.designs.candidates for one in found.lengths):
        raise typer.Exit(FINDINGS)


def _write_proposal(file: Path, found: Study, out: Console) -> None:
    """What the study would have changed, as a proposal on the service's agreement."""
    from rich.text import Text

    from watchbill.cli.output import write_text
    from watchbill.design.study.proposed import proposal_file_text, proposed_by

    proposed = proposed_by(found.lengths)
    text = None if proposed is None else proposal_file_text(proposed, file)
    if proposed is None or text is None:
        out.print(Text(f"No clause has to be changed: {file} is not written.", style="yellow"))
        return
    write_text(file, text)
    agreement = found.service.agreement.id
    out.print(Text(f"{file}: {proposed.says} Next: watchbill compare {agreement} {file}"))


def _hours(text: str) -> Decimal:
    from decimal import Decimal, InvalidOperation

    try:
        found = Decimal(text)
        if 0 <= found <= 168:
            return found
    except InvalidOperation:
        pass
    message = "hours of a week are a figure from 0 to 168"
    raise BadInput([Problem("--week", None, "", message, text, "40, 37.5")])
