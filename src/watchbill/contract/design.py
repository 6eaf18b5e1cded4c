"""Designed rotations: what was asked, what was found by length of tour, and why not."""

from __future__ import annotations

from typing import Literal

from watchbill.contract.fields import ExactFraction
from watchbill.contract.record import VERSION, Version, record
from watchbill.contract.roster import TourKindName
from watchbill.contract.rotation import RotationRecord
from watchbill.contract.term import InForceRecord

SearchAnswerName = Literal["best", "found", "impossible", "undecided"]


@record
class TourTypeRecord:
    """A tour that a rotation is made of."""

    code: str
    """Its letter."""
    start: int
    """Local start, in minutes after midnight."""
    minutes: int
    """Its length by the wall clock, in minutes."""
    kind: TourKindName
    """What sort of tour it is."""


@record
class CandidateRecord:
    """A rotation that was found."""

    sought: str
    """What it was sought for."""
    warnings: tuple[str, ...]
    """Numbers of the clauses whose soft rules it does not keep; no limit is broken."""
    answer: SearchAnswerName
    """Whether nothing of its form is better by that, or that was not proved."""
    best: float | None
    """What it is worth by that: the less, the better."""
    bound: float | None
    """What none of its form can be below."""
    people_a_platoon: int
    """People of each platoon."""
    qualities: dict[str, int]
    """Counts of a cycle by what is counted."""
    least_on_duty: tuple[tuple[int, ...], ...]
    """For each weekday, Monday first, and each hour the fewest people on duty."""
    tours: tuple[TourTypeRecord, ...]
    """Its tours."""
    rotation: RotationRecord
    """The rotation with its figures."""


@record
class BesideRecord:
    """A rotation of the catalogue that covers the same need with the same people."""

    name: str
    """What the field calls it."""
    people_a_platoon: int
    """People of each platoon."""
    breaks: tuple[str, ...]
    """Numbers of the clauses that it breaks."""
    rotation: RotationRecord
    """The rotation with its figures."""


@record
class PeopleRecord:
    """How many people the posts take, as staffing reckons."""

    people: int
    """Whole people, those who are away replaced."""
    people_exact: ExactFraction
    """The same, exact."""
    people_if_nobody_were_away: ExactFraction
    """People if nobody were away, exact."""
    hours_a_week: ExactFraction
    """Hours of a week that must be rostered."""


@record
class SeatsRecord:
    """Posts that not everybody may fill."""

    posts: tuple[str, ...]
    """Names of the posts."""
    need: tuple[tuple[int, ...], ...]
    """For each tour and weekday, Monday first, how many of those who may are needed."""


@record
class ChangedRecord:
    """A rule of a clause that was changed for the comparison."""

    clause: str
    """Number of the clause."""
    was: str
    """What it says."""
    now: str | None
    """What it would say; none where it would be gone."""
    assumed: str
    """That nobody has proposed it, and why it is assumed."""


@record
class ForbiddingRecord:
    """One of the things that together cannot be."""

    what: str
    """What sort of thing it is."""
    name: str
    """Its name: the number of a clause, a part of the need."""
    says: str
    """What it says."""


@record
class ExplanationRecord:
    """Why there is no rotation, and what would open it."""

    people: int
    """People that were asked for."""
    cycle_days: int
    """Days of the cycle that was tried."""
    cannot_all_be: tuple[ForbiddingRecord, ...]
    """What together forbids it."""
    none_to_spare: bool
    """Whether each of them is proved to be needed for that."""
    opened_by: tuple[str, ...]
    """Changes of which any one would open it, a sentence each."""


@record
class LengthRecord:
    """What tours of one length come to."""

    tour_minutes: int
    """Length of the tours, in minutes."""
    people: int
    """People that were asked for."""
    answer: SearchAnswerName
    """What the searches came to."""
    fewest_people: int | None
    """Fewest people for whom a rotation was found, nobody away; none where none was."""
    platoons: int | None
    """Platoons that were asked for; none where as many as suit."""
    posts_not_open_to_all: tuple[SeatsRecord, ...]
    """Posts that not everybody may fill, which every rotation here keeps to."""
    staffing: PeopleRecord
    """How many people the posts take."""
    changed: tuple[ChangedRecord, ...]
    """Clauses that were changed so that this length can be tried."""
    rotations: tuple[CandidateRecord, ...]
    """What was found."""
    catalogue: tuple[BesideRecord, ...]
    """What the field has beside them."""
    why_not: ExplanationRecord | None
    """Why there is none; none where there is one, or it is not known."""


@record
class NightTrialRecord:
    """Nights of eight hours added to days and evenings without more people."""

    staff: int
    """Fewest people for whom days and evenings were found."""
    without_nights: PeopleRecord
    """How many people the posts take without the nights."""
    with_nights: PeopleRecord
    """How many they take with them."""
    why_not: ExplanationRecord | None
    """Why the same people cannot take the nights as well; none where they can."""


@record
class DesignRecord:
    """Rotations for a service, by length of tour."""

    version: Version = VERSION
    service: str
    """Id of the service."""
    agreement: str
    """Id of the agreement."""
    in_force: InForceRecord
    """Which text goes on after its term, and dates left out for want of one."""
    seed: int
    """The same seed finds the same."""
    interrupted: bool
    """Whether it was stopped; what was found until then is here."""
    lengths: tuple[LengthRecord, ...]
    """Length by length, as asked."""
    night_trial: NightTrialRecord | None
    """Nights without more people; none where it was not asked, or there are none."""


PUBLISHED = {"design": DesignRecord}
