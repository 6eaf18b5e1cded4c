"""``watchbill staff``: how many people a service needs, with every step."""

from __future__ import annotations

from typing import Annotated

import typer

from watchbill.cli import FINDINGS
from watchbill.cli.options import (
    JsonOption,
    PlainOption,
    ReadingOption,
    ServiceArgument,
    SetOption,
    choices,
)

EXAMPLE = (
    "Example: [bold]watchbill staff kamloops-cso --hours 8 --hours 12 --sick-days 9 --people"
    " 7[/bold]"
)
DaysOption = Annotated[
    str | None, typer.Option(metavar="DAYS", help="Days a person and year (else assumed).")
]


def staff(
    service: ServiceArgument,
    hours: Annotated[
        list[str] | None,
        typer.Option(metavar="HOURS", help="Length of tours, again for more (default: 8, 10, 12)."),
    ] = None,
    vacation_days: DaysOption = None,
    sick_days: DaysOption = None,
    training_days: DaysOption = None,
    other_days: DaysOption = None,
    day_hours: Annotated[
        str | None,
        typer.Option(metavar="HOURS", help="Hours of such a day (default: a fifth of the week)."),
    ] = None,
    annual_hours: Annotated[
        str | None,
        typer.Option(metavar="HOURS", help="Contracted hours a year (default: the agreement's)."),
    ] = None,
    people: Annotated[
        int | None, typer.Option(min=0, max=100_000, metavar="N", help="Do so many suffice?")
    ] = None,
    part: Annotated[
        str, typer.Option(metavar="FROM-TO", help="Part of the day to hold --people against too.")
    ] = "07:00-23:00",
    reading: ReadingOption = None,
    setting: SetOption = None,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Say how many people a service needs by length of tour: relief factor and every step.

    Exits with 1 where --people suffice for all hours with none of the lengths.
    """
    from dataclasses import replace

    from watchbill.cli.in_force import schedule_in_force, show_in_force
    from watchbill.cli.staffing import show_staffing
    from watchbill.cli.staffing_options import asked_of
    from watchbill.design.staffing.reckoning import reckon
    from watchbill.design.staffing.service import groups_of
    from watchbill.service.load import load_service

    days = {
        "vacation": vacation_days,
        "sick": sick_days,
        "training": training_days,
        "other": other_days,
    }
    asked = asked_of(hours, days, day_hours, annual_hours, part)
    chosen = choices(reading, setting)
    read = load_service(service, chosen.readings, chosen.settings)
    held = schedule_in_force(read)
    read = replace(read, agreement=held.at_first)
    found = reckon(
        groups_of(read, asked.annual_hours), asked.lengths, asked.absences, people, asked.part
    )
    if as_json:
        from watchbill.cli.output import write_record
        from watchbill.design.staffing.contract import staffing_record

        write_record(staffing_record(read, found, held))
    else:
        from watchbill.cli.show import console

        out = console(plain=plain)
        show_in_force(out, held)
        show_staffing(out, read, found)
    if people is not None and not any(one.suffices for one in found.enough_for_all_hours):
        raise typer.Exit(FINDINGS)
