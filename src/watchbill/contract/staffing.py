"""How many people a service needs, with every step of the reckoning."""

from __future__ import annotations

from watchbill.contract.fields import Exact, ExactFraction
from watchbill.contract.record import VERSION, Version, record
from watchbill.contract.term import InForceRecord
from watchbill.kernel.fields import TimeField


@record
class PostDemandRecord:
    """What one post needs."""

    post: str
    """Id of the post."""
    name: str
    """Its name."""
    minutes_by_weekday: tuple[int, int, int, int, int, int, int]
    """Minutes of work needed on each weekday, Monday first."""
    minutes_a_week: int
    """Their sum."""
    assumed: str | None
    """Why the demand is assumed; none where somebody stated it."""


@record
class StartsRecord:
    """Tours that start at one time of the day."""

    at: TimeField
    """Local time of day."""
    tours: int
    """How many start then."""


@record
class StepRecord:
    """One step of the reckoning."""

    name: str
    """What is reckoned."""
    formula: str
    """How."""
    value: Exact
    """The figure, rounded as it is shown."""
    exact: ExactFraction
    """The figure, exact."""
    unit: str
    """What it is counted in; empty for a factor."""
    clause: str | None
    """Number of the clause that it rests on, where it does."""
    assumed: bool
    """Whether it rests on an assumption."""


@record
class GroupRecord:
    """Posts that are filled from the same people."""

    posts: tuple[str, ...]
    """Names of the posts."""
    people: int
    """Whole people needed."""
    people_exact: ExactFraction
    """The same, exact."""
    starts_by_weekday: tuple[tuple[StartsRecord, ...], ...]
    """For each weekday, Monday first, when tours start."""
    steps: tuple[StepRecord, ...]
    """Step by step."""
    other_hours: tuple[str, ...]
    """People whose contracted hours are others, a sentence each."""


@record
class MoreRecord:
    """How the people needed change with one thing changed."""

    change: str
    """What is changed."""
    people_exact: ExactFraction | None
    """People needed then, exact; none where nobody has any hours left."""
    people: int | None
    """The same, whole."""
    more_exact: ExactFraction | None
    """People more than before, exact."""
    more_people: int | None
    """The same, whole."""


@record
class EnoughRecord:
    """Whether given people suffice."""

    hours: str
    """For which hours of the day: ``07:00-23:00``, ``all hours``."""
    people: int
    """People given."""
    needed: int
    """People needed."""
    suffices: bool
    """Whether they suffice."""
    missing: int
    """How many are missing."""
    tours_a_year_needed: ExactFraction
    """Tours of a year that the demand needs."""
    tours_a_year_filled: int
    """Whole tours of a year that they can work."""


@record
class StaffingLengthRecord:
    """The people needed with tours of one length."""

    tour_minutes: int
    """Length of the tours, in minutes."""
    people: int
    """Whole people, rounded up for each group."""
    people_exact: ExactFraction
    """The same, exact."""
    groups: tuple[GroupRecord, ...]
    """Group by group."""
    changes: tuple[MoreRecord, ...]
    """How they change with one thing changed."""
    given_people: tuple[EnoughRecord, ...]
    """Whether the given people suffice, for a part of the day and for all hours; empty where
    nobody gave any."""


@record
class StaffingRecord:
    """The people a service needs, by length of tour."""

    version: Version = VERSION
    service: str
    """Id of the service."""
    agreement: str
    """Id of the agreement."""
    in_force: InForceRecord
    """Which text goes on after its term, and dates left out for want of one."""
    year_days: int
    """Days of the year that is reckoned with."""
    day_of_absence_hours: ExactFraction | None
    """Hours of a day of absence; none: a fifth of the contracted week."""
    demand: tuple[PostDemandRecord, ...]
    """What each post needs."""
    by_length: tuple[StaffingLengthRecord, ...]
    """Length by length, as asked."""


PUBLISHED = {"staffing": StaffingRecord}
