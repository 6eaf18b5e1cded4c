"""``watchbill build``: a service's roster, its coverage, findings, hours and cost."""

from __future__ import annotations

import typer

from watchbill.cli import FINDINGS
from watchbill.cli.options import (
    FromOption,
    JsonOption,
    PlainOption,
    PostedOption,
    ReadingOption,
    ServiceArgument,
    SetOption,
    StationOption,
    WeeksOption,
    choices,
    read_roster,
)

EXAMPLE = "Example: [bold]watchbill build kamloops-cso --from 2024-07-01 --weeks 8[/bold]"


def build(
    service: ServiceArgument,
    first: FromOption = None,
    weeks: WeeksOption = None,
    posted: PostedOption = None,
    station: StationOption = None,
    reading: ReadingOption = None,
    setting: SetOption = None,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Build a service's roster: schedule, coverage, findings, hours and cost.

    Exits with 1 where the audit finds something or coverage is short.
    """
    from watchbill.audit.audit import audit
    from watchbill.roster.coverage import coverage, short_of
    from watchbill.roster.station import known_station, of_station

    read, roster, held = read_roster(service, first, weeks, posted, choices(reading, setting))
    result, covers = audit(read.agreement, roster), coverage(roster)
    if station is not None:
        roster = of_station(roster, known_station(read, station, "--station"))
        result = result.of_lines(roster)
        covers = [cover for cover in covers if cover.post in roster.posts]
    short = short_of(covers)
    if as_json:
        from watchbill.audit.contract import audit_record
        from watchbill.cli.output import write_record
        from watchbill.pay.contract import roster_record
        from watchbill.roster.contract import cover_records

        judged = audit_record(read, roster, result, held)
        write_record(roster_record(read, roster, judged, cover_records(roster.zone, short)))
    else:
        from watchbill.cli.in_force import show_in_force
        from watchbill.cli.overview import show_overview
        from watchbill.cli.show import console

        out = console(plain=plain)
        show_in_force(out, held)
        show_overview(out, read, roster, result, covers)
    if result.findings or short:
        raise typer.Exit(FINDINGS)
