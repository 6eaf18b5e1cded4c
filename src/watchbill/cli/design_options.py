"""What ``watchbill design`` is asked: how long tours are, with how many people, how hard to try."""

from __future__ import annotations

from typing import Annotated

import typer

LengthsOption = Annotated[
    list[str] | None,
    typer.Option(metavar="HOURS", help="Length of tours, once for each (default: 8, 10, 12)."),
]
PeopleOption = Annotated[
    int | None,
    typer.Option(min=1, metavar="N", help="People (default: those in the service's platoons)."),
]
WeekOption = Annotated[
    str | None,
    typer.Option(
        metavar="HOURS",
        help="Hours a week each works at least (default: 40, or two less than allowed).",
    ),
]
PlatoonsOption = Annotated[
    int | None, typer.Option(min=2, metavar="N", help="Platoons (default: as many as suit).")
]
WantedOption = Annotated[
    int, typer.Option(min=1, max=20, metavar="N", help="Rotations of each length.")
]
SeedOption = Annotated[int, typer.Option(min=0, help="The same seed finds the same.")]
EffortOption = Annotated[
    float,
    typer.Option(
        min=0.01,
        max=600.0,
        metavar="N",
        help="How hard each search tries; 2 takes minutes and finds better ones.",
    ),
]
LimitOption = Annotated[
    float | None, typer.Option(min=0.0, metavar="SECONDS", help="For each length (default: none).")
]
