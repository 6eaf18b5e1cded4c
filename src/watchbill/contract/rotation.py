"""A rotation: its cycle, its figures, what it asks of people and how evenly."""

from __future__ import annotations

from watchbill.contract.fields import Exact, ExactFraction
from watchbill.contract.record import VERSION, Version, record


@record
class SpreadRecord:
    """The least and the most of something."""

    least: int
    """The least."""
    most: int
    """The most."""


@record
class RestRecord:
    """Rests of one length."""

    minutes: int
    """Minutes between two tours."""
    a_cycle: int
    """How many of them one cycle has."""


@record
class RunRiskRecord:
    """Published relative risk of tours by their place in a run; the first has 1."""

    tours: int
    """Tours of a cycle that it is taken over."""
    highest: Exact | None
    """Of the tour with the most; none where the run never ends."""
    mean: ExactFraction | None
    """Of a tour of the cycle, on average; none where the run never ends."""
    beyond_the_table: int
    """Tours for which nothing is published."""


@record
class TourRiskRecord:
    """Published relative risk of a tour by its kind and its length."""

    tour: str
    """Letter of the tour."""
    kind_against_mornings: Exact | None
    """Of its kind, a morning having 1; none where nothing is published."""
    length_against_8_hours: Exact | None
    """Of its length, 8 hours having 1; none where nothing is published."""


@record
class RelativeRisksRecord:
    """Published relative risks, which compare rotations and foretell nobody's accident."""

    source: str
    """Where they are published."""
    nights_by_place_in_run: RunRiskRecord | None
    """Of its nights; none where it has none."""
    days_by_place_in_run: RunRiskRecord | None
    """Of its day tours; none where it has none."""
    tours: tuple[TourRiskRecord, ...]
    """Of each of its tours."""


@record
class FatigueRecord:
    """What the rotation asks of one person."""

    most_minutes_in_7_days: int
    """The most minutes on duty in any 7 days."""
    most_minutes_in_14_days: int
    """The most minutes on duty in any 14 days."""
    rests: tuple[RestRecord, ...]
    """Rests of a cycle, the shortest first."""
    mean_rest_minutes: ExactFraction | None
    """Their mean in minutes; none where there is no rest."""
    nights: int
    """Nights (22:00 to 06:00) of a cycle."""
    nights_free: int
    """Those of them without duty."""
    night_minutes_worked: int
    """Minutes worked between 22:00 and 06:00 of a cycle."""
    share_of_night_hours_off: ExactFraction
    """Share of the hours between 22:00 and 06:00 that are off, 1 being all."""
    relative_risks: RelativeRisksRecord
    """Published relative risks of it."""


@record
class ShareRecord:
    """What one platoon has of the first year."""

    minutes: int
    """Minutes on duty."""
    tours: int
    """Tours."""
    nights: int
    """Night tours."""
    weekends_off: int
    """Weekends wholly off."""
    weekend_days: int
    """Tours on a Saturday or Sunday."""


@record
class FairnessRecord:
    """How evenly the platoons are treated in the first year."""

    days: int
    """Days that are counted, from a Monday on which platoon 1 begins its cycle."""
    equal_after_days: int | None
    """Days after which all have the same; none where weekends never even out."""
    spread: dict[str, SpreadRecord]
    """By measure the platoon that has least and the one that has most."""
    platoons: tuple[ShareRecord, ...]
    """Platoon by platoon."""


@record
class RotationRecord:
    """A rotation with all its figures."""

    version: Version = VERSION
    pattern: str
    """The cycle: a letter a day, ``-`` for a day off."""
    cycle_days: int
    """Days of the cycle."""
    tours_per_cycle: int
    """Tours of a cycle."""
    hours_per_cycle: Exact
    """Hours of a cycle."""
    hours_per_week: Exact
    """Average hours a week."""
    annual_hours: Exact
    """Hours of a year of 365 days."""
    shortest_work_days: int
    """Days of the shortest run of work."""
    longest_work_days: int
    """Days of the longest run of work."""
    shortest_nights: int
    """Nights of the shortest run of nights."""
    longest_nights: int
    """Nights of the longest run of nights."""
    shortest_off_days: int
    """Days of the shortest run off."""
    longest_off_days: int
    """Days of the longest run off."""
    weekends: int
    """Weekends until the cycle comes round to a Monday again."""
    weekends_without_start: int
    """Those of them on which no tour starts."""
    weekends_off: int
    """Those of them on which nothing at all is worked."""
    quick_returns: int
    """Rests under 11 hours, a cycle."""
    shortest_rest_minutes: int | None
    """Minutes of the shortest rest; none where there is none."""
    platoons: int
    """How many platoons work it."""
    offsets: tuple[int, ...]
    """By how many days each platoon is ahead of the first."""
    known_as: tuple[str, ...]
    """What the field calls it."""
    coverage_by_hour: tuple[SpreadRecord, ...]
    """Platoons on duty in each hour of the day, from midnight."""
    fatigue: FatigueRecord
    """What it asks of people."""
    fairness: FairnessRecord
    """How evenly."""


@record
class KnownRotationRecord:
    """A rotation that the field knows by name."""

    id: str
    """Its id in the catalogue."""
    names: tuple[str, ...]
    """What it is called, the usual name first."""
    used: str
    """Where it is worked."""
    source: str
    """Where it is described."""
    rotation: RotationRecord
    """The rotation."""


@record
class CatalogueRecord:
    """The rotations of the catalogue."""

    version: Version = VERSION
    rotations: tuple[KnownRotationRecord, ...]
    """In the catalogue's order."""


PUBLISHED = {"rotation": RotationRecord, "catalogue": CatalogueRecord}
