"""Entries of the ledger: an event with who said it, why, and when it became known."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, cast

from watchbill.events.base import Event
from watchbill.events.duty import Known
from watchbill.events.registry import event_kinds
from watchbill.kernel.clock import Day, Instant, parse_day
from watchbill.kernel.edge import adapter, check
from watchbill.kernel.problems import BadInput, Problem, nearest, shown
from watchbill.kernel.yamltree import Tree

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_TOLD = frozenset({"told", "asked", "at"})
_KEYS = {"number", "known", "by", "why", "event", "corrects"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger.

    ``number`` counts from 1; ``known`` is the instant at which the ledger learnt of it; ``by``
    and ``why`` are who said it and for what reason. ``corrects`` names an earlier entry that
    gives way: to ``event``, which is what is right, or to nothing where ``event`` is ``None``.
    """

    number: int
    known: Instant
    by: str
    why: str
    event: Event | None
    corrects: int | None = None


def known_by(entries: Iterable[Entry], instant: Instant | None) -> list[Entry]:
    """Entries known by that instant; all where it is ``None``."""
    return [one for one in entries if instant is None or one.known <= instant]


def as_of(entries: Iterable[Entry], instant: Instant | None = None) -> list[Known]:
    """Events known by ``instant`` (all where ``None``), corrections carried out.

    A corrected entry gives way from the moment at which its correction became known; what is
    right takes its place in the order.
    """
    events: dict[int, Event | None] = {}
    place: dict[int, int] = {}
    for entry in known_by(entries, instant):
        at = entry.number if entry.corrects is None else place[entry.corrects]
        place[entry.number] = at
        events[at] = entry.event
    return [Known(at, event) for at, event in sorted(events.items()) if event is not None]


def written(entry: Entry) -> str:
    """The entry as one line of JSON with sorted keys: what is stored and sealed."""
    data = {
        "number": entry.number,
        "known": entry.known,
        "by": entry.by,
        "why": entry.why,
        "corrects": entry.corrects,
        "event": None if entry.event is None else event_data(entry.event),
    }
    return json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def event_data(event: Event) -> dict[str, Any]:
    """The event as it is written in files: ``{"call_in": {"person": ...}}``."""
    fields = adapter(cast(Any, type(event))).dump_python(event, mode="json", by_alias=True)
    return {event.name(): fields}


def dates_named(event: Event) -> list[Day]:
    """The dates that the event is about, as it is written; when somebody was told is none."""
    ((_, fields),) = event_data(event).items()
    words = [str(value) for name, value in fields.items() if name not in _TOLD]
    return [parse_day(date) for word in words for date in _DATE.findall(word)]


def read_entry(text: str, where: str) -> Entry:
    """The entry that :func:`written` wrote. Raises :class:`BadInput` with ``where``."""
    try:
        data = json.loads(text)
    except ValueError as error:
        raise _bad(where, "", f"this is not JSON: {error}") from error
    if not isinstance(data, dict) or set(data) != _KEYS:
        raise _bad(where, "", f"an entry has exactly the keys {', '.join(sorted(_KEYS))}")
    number, known, corrects = data["number"], data["known"], data["corrects"]
    if not _is_count(number) or type(known) is not int:
        raise _bad(where, "number", "an entry has a number from 1 and the minute it was known")
    if corrects is not None and not (_is_count(corrects) and corrects < number):
        raise _bad(where, "corrects", "only an earlier entry can be corrected", shown(corrects))
    event = None if data["event"] is None else read_event(data["event"], where)
    if event is None and corrects is None:
        raise _bad(where, "event", "only a correction may have no event")
    return Entry(number, Instant(known), str(data["by"]), str(data["why"]), event, corrects)


def read_event(data: object, where: str) -> Event:
    """The event that :func:`event_data` wrote. Raises :class:`BadInput` with ``where``."""
    kinds = event_kinds()
    if not isinstance(data, dict) or len(data) != 1:
        raise _bad(where, "event", "an event is one kind with its fields", shown(data))
    name, fields = next(iter(data.items()))
    if name not in kinds:
        near = nearest(str(name), kinds)
        message = "no event has this name"
        raise BadInput([Problem(where, None, "event", message, str(name), ", ".join(kinds), near)])
    event, problems = check(kinds[name], Tree(where, {name: fields}), (name,))
    if event is None:
        raise BadInput(replace(problem, line=None) for problem in problems)
    return event


def _is_count(value: object) -> bool:
    return type(value) is int and value >= 1


def _bad(where: str, path: str, message: str, found: str | None = None) -> BadInput:
    return BadInput([Problem(where, None, path, message, found)])
