"""What happens to a posted schedule, as plain records.

An event is written ``- call_in: {person: Ames, told: ..., report: ..., worked: 1h30}``. All its
times are local to the agreement; ``told``, ``asked`` and ``at`` are when a person came to know.
Who entered it and when the system learnt of it is the ledger's to say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from watchbill.kernel.fields import FORBID_UNKNOWN, DayField, LengthField, Text, WallField, Words
from watchbill.records.local_tour import PlaceField, TourField, TourOrOffField

VOLUNTARY = "voluntary"
"""The list of those who put their names down for extra tours."""

Side = Literal["employer", "employee"]


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that happened."""

    __pydantic_config__: ClassVar[dict[str, object]] = {**FORBID_UNKNOWN, "populate_by_name": True}

    @classmethod
    def name(cls) -> str:
        """As it is written: ``call_in``."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()

    @property
    def people(self) -> tuple[str, ...]:
        """The names of those whom it is about; none where it is about everybody."""
        person = getattr(self, "person", None)
        return (person,) if person is not None else ()


@dataclass(frozen=True, kw_only=True)
class Posted(Event):
    """The schedule of these dates, both included, was posted."""

    at: WallField
    first: Annotated[DayField, Field(alias="from")]
    last: Annotated[DayField, Field(alias="to")]


@dataclass(frozen=True, kw_only=True)
class Change(Event):
    """A tour, or a day off, of the posted schedule becomes another, or a day off."""

    person: Text
    tour: PlaceField
    to: TourOrOffField
    told: WallField
    asked_by: Side = "employer"


@dataclass(frozen=True, kw_only=True)
class NoticeGiven(Event):
    """Notice of the change that entry ``change`` made reached the person only at ``at``, which
    counts in place of its ``told``."""

    person: Text
    change: Annotated[int, Field(ge=1)]
    at: WallField


@dataclass(frozen=True, kw_only=True)
class CallIn(Event):
    """Called to work outside the schedule; ``worked`` is nought where no start was required."""

    person: Text
    told: WallField
    report: WallField
    worked: LengthField


@dataclass(frozen=True, kw_only=True)
class SentAway(Event):
    """Reported as scheduled, was not let start, and was told to come back at ``returns``."""

    person: Text
    tour: WallField
    returns: Annotated[WallField, Field(alias="return")]


@dataclass(frozen=True, kw_only=True)
class Interrupted(Event):
    """Started, was stopped before the end, and resumed later."""

    person: Text
    tour: WallField
    stopped: WallField
    resumed: WallField


@dataclass(frozen=True, kw_only=True)
class HeldOver(Event):
    """Kept on duty after the end of the tour."""

    person: Text
    tour: WallField
    until: WallField


@dataclass(frozen=True, kw_only=True)
class BackEarly(Event):
    """Ordered back before the rest was over: duty begins at ``at``, the tour's own end stands."""

    person: Text
    tour: WallField
    at: WallField


@dataclass(frozen=True, kw_only=True)
class Court(Event):
    """Released by a court at that time."""

    person: Text
    released: WallField


@dataclass(frozen=True, kw_only=True)
class NoLunch(Event):
    """The meal break of that tour was not taken, and no other time was agreed."""

    person: Text
    tour: WallField


@dataclass(frozen=True, kw_only=True)
class Leave(Event):
    """A tour lost to leave of that kind."""

    person: Text
    tour: WallField
    kind: Text


@dataclass(frozen=True, kw_only=True)
class Extra(Event):
    """A tour beyond the schedule, from the ``voluntary`` list, or ordered."""

    person: Text
    tour: TourField
    list: Text = VOLUNTARY

    @property
    def against_will(self) -> bool:
        """Whether the person was ordered to work it."""
        return self.list != VOLUNTARY


@dataclass(frozen=True, kw_only=True)
class DebitTour(Event):
    """A debit tour worked, scheduled or floating."""

    person: Text
    tour: TourField
    kind: Literal["scheduled", "floating"] = "floating"


@dataclass(frozen=True, kw_only=True)
class FurloughWorked(Event):
    """A furlough day worked on approval, to be taken later."""

    person: Text
    tour: TourField


@dataclass(frozen=True, kw_only=True)
class Worked(Event):
    """The hours really worked of a tour, where they are others than the schedule's."""

    person: Text
    tour: WallField
    start: Annotated[WallField, Field(alias="from")]
    end: Annotated[WallField, Field(alias="to")]


@dataclass(frozen=True, kw_only=True)
class Exchange(Event):
    """Two ask to exchange: each gives a tour, or nothing (``null``), to the other.

    ``written`` are those who asked in writing; ``part`` is the length where only a part, from
    the start of the tour, is to change hands.
    """

    between: tuple[Text, Text]
    gives: tuple[WallField | None, WallField | None]
    asked: WallField
    written: Words = ()
    part: LengthField | None = None

    @property
    def people(self) -> tuple[str, ...]:
        return self.between


@dataclass(frozen=True, kw_only=True)
class ExchangeAnswer(Event):
    """The exchange that entry number ``exchange`` asked for is approved, refused or undone; or
    one of the two (``by``), who had not asked in writing, agreed to it so."""

    exchange: Annotated[int, Field(ge=1)]
    answer: Literal["agreed", "approved", "refused", "undone"]
    at: WallField
    by: Text | None = None


@dataclass(frozen=True, kw_only=True)
class PermanentExchange(Event):
    """From that date one works the days and the other the nights of their tours."""

    days: Text
    nights: Text
    begins: Annotated[DayField, Field(alias="from")]

    @property
    def people(self) -> tuple[str, ...]:
        return (self.days, self.nights)


@dataclass(frozen=True, kw_only=True)
class EndPermanentExchange(Event):
    """A partner, the union or the employer gave notice of its end; ``of`` names a partner where
    there is more than one."""

    by: Text
    told: WallField
    of: Text | None = None


@dataclass(frozen=True, kw_only=True)
class PartnerLost(Event):
    """A partner of a permanent exchange has left."""

    person: Text
    at: WallField


@dataclass(frozen=True, kw_only=True)
class Vacancy(Event):
    """A tour at a post that must be offered; ``volunteers`` had put their names down."""

    tour: TourField
    post: Text
    at: WallField
    volunteers: Words = ()
    occasion: Text | None = None

    @property
    def people(self) -> tuple[str, ...]:
        return tuple(self.volunteers)


@dataclass(frozen=True, kw_only=True)
class OfferAnswer(Event):
    """What a person said to the offer of the vacancy that entry number ``vacancy`` opened."""

    person: Text
    vacancy: Annotated[int, Field(ge=1)]
    answer: Literal["accepted", "refused", "no answer", "ordered"]
    at: WallField


@dataclass(frozen=True, kw_only=True)
class Emergency(Event):
    """A declared emergency."""

    start: Annotated[WallField, Field(alias="from")]
    end: Annotated[WallField, Field(alias="to")]


@dataclass(frozen=True, kw_only=True)
class Decided(Event):
    """What the desk answered to the request of entry ``about``, as it answered.

    It looked at the first ``upto`` entries and at the service; ``looked_at`` is the digest of
    both. ``answer`` is the whole answer as canonical JSON, so that it can be read and worked out
    again, to the letter.
    """

    about: Annotated[int, Field(ge=1)]
    upto: Annotated[int, Field(ge=0)]
    looked_at: Text
    answer: Text


def event_kinds() -> dict[str, type[Event]]:
    """Every kind of event by the name under which it is written."""
    return {kind.name(): kind for kind in Event.__subclasses__()}
