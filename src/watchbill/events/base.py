"""What every event has.

An event is written ``- call_in: {person: Ames, told: ..., report: ..., worked: 1h30}``. All its
times are local to the service; people are named by their key (a number of their own, or the
name). Who entered it, when it became known and when it was entered is the ledger's to say.

A kind of event is a file of this room: its record, which of its times say when a person came to
know (``told_in``), what it does to the schedule (``effect``), when it cannot be (``refusals``),
whom it is about (``people``) and how it is told (``sentence``). Nothing lists the kinds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Literal, NamedTuple, cast

from watchbill.kernel.clock import Day, Wall
from watchbill.kernel.edge import adapter
from watchbill.kernel.fields import FORBID_UNKNOWN

if TYPE_CHECKING:
    from watchbill.events.draft import Draft
    from watchbill.events.schedule import Schedule

VOLUNTARY = "voluntary"
"""The list of those who put their names down for extra tours."""

Side = Literal["employer", "employee"]
Name = Callable[[str], str]
"""From a person's key to what the person is called."""


class Refusal(NamedTuple):
    """Why an event cannot be: the field, a sentence, what stood there."""

    field: str
    message: str
    found: str | None = None


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that happened."""

    __pydantic_config__: ClassVar[dict[str, object]] = {**FORBID_UNKNOWN, "populate_by_name": True}

    told_in: ClassVar[tuple[str, ...]] = ()
    """Fields that say when a person came to know: never after the entry became known, and no
    date that the event is about."""

    happened_in: ClassVar[tuple[str, ...]] = ()
    """Fields that say when something had happened: never after the entry became known."""

    names_in: ClassVar[tuple[str, ...]] = ("person",)
    """Fields that name people, by key."""

    about_all: ClassVar[bool] = False
    """Whether it concerns everybody, and not those alone whom it names."""

    lasts: ClassVar[bool] = False
    """Whether it is about all dates between the first and the last that it names."""

    is_fact: ClassVar[bool] = False
    """Whether it says what the service is, and not what happened in it."""

    @classmethod
    def name(cls) -> str:
        """As it is written: ``call_in``."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()

    @property
    def people(self) -> tuple[str, ...]:
        """The keys of those whom it is about; none where it is about everybody."""
        person = getattr(self, "person", None)
        return (person,) if person is not None else ()

    @property
    def rests_on(self) -> int | None:
        """The number of the entry that it answers or speaks of, where it does."""
        return None

    def effect(self, schedule: Draft, number: int) -> None:
        """What entry ``number`` of this event does to the schedule; nothing, unless the kind says
        so. Raises :class:`~watchbill.events.draft.Refused` where the schedule does not let it,
        before anything is done."""

    def refusals(self, schedule: Schedule, known: Wall) -> Iterator[Refusal]:
        """Why it cannot be, entered as known at ``known`` (local) on that schedule, beyond what
        :meth:`effect` refuses and what holds for the times of every kind."""
        return iter(())

    def sentence(self, name: Name) -> str:
        """The event in words."""
        return f"{self.name().replace('_', ' ')}: {', '.join(self._words(name))}"

    def data(self) -> dict[str, Any]:
        """The event as it is written in files: ``{"call_in": {"person": ...}}``."""
        fields = adapter(cast(Any, type(self))).dump_python(self, mode="json", by_alias=True)
        return {self.name(): fields}

    def _words(self, name: Name) -> Iterator[str]:
        ((_, fields),) = self.data().items()
        for field, value in fields.items():
            if value not in (None, [], {}, ""):
                told = self._told(value, name if field in self.names_in else str)
                yield f"{field.replace('_', ' ')} {told}"

    def _told(self, value: Any, name: Name) -> str:
        """A value of a field as a person says it; people by what they are called."""
        if isinstance(value, list):
            return " and ".join(
                "nothing" if one is None else self._told(one, name) for one in value
            )
        if isinstance(value, dict):
            parts = ((key, self._told(one, name)) for key, one in value.items() if one)
            return ", ".join(f"{key.replace('_', ' ')} {told}" for key, told in parts) or "all"
        return name(value) if isinstance(value, str) else str(value)


class Span(NamedTuple):
    """Two dates, both included."""

    first: Day
    last: Day
