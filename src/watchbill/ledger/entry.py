"""Entries of the ledger: an event with its times, who said it, and why."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace

from watchbill.events.base import Event
from watchbill.events.duty import Known
from watchbill.events.registry import event_kinds
from watchbill.kernel.clock import Instant
from watchbill.kernel.edge import check
from watchbill.kernel.problems import BadInput, Problem, nearest, shown
from watchbill.kernel.yamltree import Tree

_KEYS = {"number", "known", "entered", "by", "why", "event", "corrects", "beside"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger.

    ``number`` counts from 1; ``known`` is the instant at which it became known, ``entered``
    that at which it was entered; when it happened is its event's to say. ``by`` and ``why`` are
    who said it and for what reason. ``corrects`` names an earlier entry that gives way: to
    ``event``, which is what is right, or to nothing where ``event`` is ``None``. ``beside`` is
    the digest of what is kept beside the ledger and may be erased.
    """

    number: int
    known: Instant
    entered: Instant
    by: str
    why: str
    event: Event | None
    corrects: int | None = None
    beside: str | None = None


def as_of(entries: Iterable[Entry], instant: Instant | None = None) -> list[Known]:
    """Events known by ``instant`` (all where ``None``), corrections carried out.

    A corrected entry gives way from the moment at which its correction became known; what is
    right takes its place in the order.
    """
    events: dict[int, Event | None] = {}
    place: dict[int, int] = {}
    for entry in entries:
        place[entry.number] = (
            entry.number if entry.corrects is None else place.get(entry.corrects, entry.corrects)
        )
        if instant is None or entry.known <= instant:
            events[place[entry.number]] = entry.event
    return [Known(at, event) for at, event in sorted(events.items()) if event is not None]


def written(entry: Entry) -> str:
    """The entry as one line of JSON with sorted keys: what is stored and sealed."""
    data = {
        "number": entry.number,
        "known": entry.known,
        "entered": entry.entered,
        "by": entry.by,
        "why": entry.why,
        "corrects": entry.corrects,
        "event": None if entry.event is None else entry.event.data(),
        "beside": entry.beside,
    }
    return json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def read_entry(text: str, where: str) -> Entry:
    """The entry that :func:`written` wrote. Raises :class:`BadInput` with ``where``."""
    try:
        data = json.loads(text)
    except ValueError as error:
        raise _bad(where, "", f"this is not JSON: {error}") from error
    if not isinstance(data, dict) or set(data) != _KEYS:
        raise _bad(where, "", f"an entry has exactly the keys {', '.join(sorted(_KEYS))}")
    number, corrects, beside = data["number"], data["corrects"], data["beside"]
    if not _is_count(number):
        raise _bad(where, "number", "an entry has a number from 1", shown(number))
    for field in ("known", "entered"):
        if type(data[field]) is not int:
            raise _bad(where, field, "an instant is a whole number of minutes", shown(data[field]))
    if corrects is not None and not (_is_count(corrects) and corrects < number):
        raise _bad(where, "corrects", "only an earlier entry can be corrected", shown(corrects))
    if beside is not None and not isinstance(beside, str):
        raise _bad(where, "beside", "a digest is a text", shown(beside))
    event = None if data["event"] is None else read_event(data["event"], where)
    if event is None and corrects is None:
        raise _bad(where, "event", "only a correction may have no event")
    return Entry(
        number, Instant(data["known"]), Instant(data["entered"]), str(data["by"]),
        str(data["why"]), event, corrects, beside,
    )  # fmt: skip


def read_event(data: object, where: str) -> Event:
    """The event that ``Event.data`` wrote. Raises :class:`BadInput` with ``where``."""
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
