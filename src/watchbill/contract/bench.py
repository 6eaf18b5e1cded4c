"""What benchmarks measured. Seconds are by the clock of the machine that they ran on."""

from __future__ import annotations

from watchbill.contract.design import SearchAnswerName
from watchbill.contract.fields import Exact
from watchbill.contract.record import VERSION, Version, record
from watchbill.kernel.fields import TimeField


@record
class AuditBenchRecord:
    """So many people judged for so many days."""

    version: Version = VERSION
    people: int
    """How many people."""
    days: int
    """How many days."""
    cores: int
    """Processes at once."""
    findings: int
    """Findings of all."""
    seconds: float
    """Seconds in all."""
    build_seconds: float
    """Seconds in which rosters were built, added up over processes."""
    audit_seconds: float
    """Seconds in which they were judged, added up over processes."""
    own_ms: float
    """Milliseconds a person-year on the sample."""
    plain_ms: float
    """Milliseconds a person-year of the plain peer on the same sample."""
    peak_megabytes: int
    """Peak memory of a process."""
    ms_a_person_year: float
    """Milliseconds of one core for a person-year, judging alone."""
    ratio: float
    """How many times faster than the plain peer."""


@record
class SpreadPayRecord:
    """The same pay through Dask, workers being killed."""

    total: Exact
    """What it came to."""
    seconds: float
    """Seconds in all."""
    killed: int
    """Workers that were killed."""
    same: bool
    """Whether it came to the same, to the cent."""


@record
class PayBenchRecord:
    """So many people audited and priced for so many days."""

    version: Version = VERSION
    people: int
    """How many people."""
    days: int
    """How many days."""
    cores: int
    """Processes at once."""
    seconds: float
    """Seconds in all, facts made up included."""
    total: Exact
    """What all pay lines come to."""
    lines: int
    """Pay lines."""
    entries: int
    """Events."""
    findings: int
    """Findings."""
    price_ms_a_person_year: float
    """Milliseconds of one core for pricing a person-year."""
    audit_ms_a_person_year: float
    """The same for auditing it."""
    facts_ms_a_person_year: float
    """The same for making up its events and the schedule as it stands."""
    peak_megabytes: int
    """Peak memory of a process."""
    sample_ms: float
    """Milliseconds a person-year of pricing a sample."""
    plain_ms: float
    """Milliseconds a person-year of the plain pricing on the same sample."""
    dask: SpreadPayRecord | None
    """Through Dask; none where that was not asked for."""


@record
class PlainModelRecord:
    """What the plain model came to."""

    answer: SearchAnswerName
    """Its answer."""
    seconds: float
    """Seconds it took."""


@record
class RotationInstanceRecord:
    """A rotating-workforce instance, decided."""

    version: Version = VERSION
    name: str
    """The instance's name."""
    file: str
    """Its file."""
    answer: SearchAnswerName
    """Whether there is a rotation."""
    seconds: float
    """Seconds, from reading its file to the rotation."""
    solves: int
    """How often the solver ran."""
    rotation: tuple[str, ...] | None
    """The rotation, a text of seven letters a week; none where none was found."""
    tours: dict[str, str]
    """Name of the tour that each letter stands for."""
    verified: bool | None
    """Whether the verifier finds nothing wrong; none where there is no rotation."""
    faults: tuple[str, ...]
    """What it finds wrong, and what the two models disagree on."""
    plain: PlainModelRecord | None
    """The plain model's answer; none where it did not run."""


@record
class GoalPartsRecord:
    """The four parts of the goal, unweighted."""

    under_cover_minutes: int
    """Minutes of demand that are not covered."""
    over_cover_minutes: int
    """Minutes that are covered beyond the demand."""
    duties_a_week_outside: float
    """Duties a week outside their limits."""
    different_tours: int
    """Different tours."""


@record
class GoalWeightsRecord:
    """The four parts of the goal, weighted."""

    under_cover: float
    """Of minutes not covered."""
    over_cover: float
    """Of minutes beyond the demand."""
    duties_a_week: float
    """Of duties a week outside their limits."""
    tours: float
    """Of different tours."""


@record
class StaffedTourRecord:
    """A tour of a design with its people."""

    start: TimeField
    """Local time at which it starts."""
    start_minute: int
    """The same, in minutes after midnight."""
    length_minutes: int
    """Its length."""
    people: tuple[int, ...]
    """People on each day."""


@record
class TourInstanceRecord:
    """A shift-design instance with the tours designed for it."""

    version: Version = VERSION
    name: str
    """The instance's name."""
    file: str
    """Its file."""
    bounded: bool
    """Whether demand is to be met in full and duties are within their limits."""
    answer: SearchAnswerName
    """What the search came to."""
    goal: float | None
    """What the design is worth: the less, the better."""
    bound: float | None
    """What none can be below."""
    gap: float | None
    """By which share of the goal the two are apart."""
    seconds: float
    """Seconds, from reading its file to the design."""
    verified: bool | None
    """Whether the verifier finds nothing wrong; none where there is no design."""
    faults: tuple[str, ...]
    """What it finds wrong."""
    parts: GoalPartsRecord | None
    """The goal's parts; none where there is no design."""
    weighted: GoalWeightsRecord | None
    """The same, weighted."""
    duties_a_week: float | None
    """Duties a week of a person, on average; none where there is no design."""
    tours: tuple[StaffedTourRecord, ...]
    """Its tours."""


@record
class LedgerStepRecord:
    """Something that was measured of a ledger."""

    name: str
    """What was done."""
    seconds: float
    """Seconds of one core that it took."""
    limit: float
    """Seconds that it should take at most."""


@record
class LedgerBenchRecord:
    """The benchmark of the ledger."""

    version: Version = VERSION
    people: int
    """How many people."""
    entries: int
    """How many entries of their year."""
    steps: tuple[LedgerStepRecord, ...]
    """What was measured, in the order in which it was done."""


PUBLISHED = {
    "bench-audit": AuditBenchRecord,
    "bench-ledger": LedgerBenchRecord,
    "bench-pay": PayBenchRecord,
    "bench-rws": RotationInstanceRecord,
    "bench-shift-design": TourInstanceRecord,
}
