"""Entries of the ledger: an event with who said it, why, and when it became known.

Entries are only added. Each carries the digest of everything before it and of itself, so a
change anywhere shows from there on.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from watchbill.kernel.clock import Instant
from watchbill.kernel.edge import adapter
from watchbill.kernel.problems import BadInput, Problem, nearest
from watchbill.records.duty import Known
from watchbill.records.events import Event, event_kinds

GENESIS = "0" * 64
"""What stands for the digest before the first entry."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger.

    ``number`` counts from 1; ``known`` is the instant at which the ledger learnt of it; ``by``
    and ``why`` are who said it and for what reason. ``corrects`` names an earlier entry that it
    stands in the place of (``event`` is what is right), or takes back where ``event`` is ``None``.
    """

    number: int
    known: Instant
    by: str
    why: str
    event: Event | None
    corrects: int | None = None
    digest: str = ""

    def sealed(self, before: str) -> Entry:
        """The entry with its digest, ``before`` being that of the entry before it."""
        return dataclasses.replace(self, digest=digest(self, before))


def digest(entry: Entry, before: str) -> str:
    """SHA-256 over the digest before and the entry's own text, in hexadecimal."""
    return hashlib.sha256(f"{before}\n{canonical(entry)}".encode()).hexdigest()


def canonical(entry: Entry) -> str:
    """The entry as one line of JSON with sorted keys, without its digest: what is sealed."""
    return json.dumps(
        {
            "number": entry.number,
            "known": entry.known,
            "by": entry.by,
            "why": entry.why,
            "corrects": entry.corrects,
            "event": event_data(entry.event) if entry.event is not None else None,
        },
        sort_keys=True,
        ensure_ascii=False,
        separators=(",", ":"),
    )


def event_data(event: Event) -> dict[str, Any]:
    """The event as it is written: ``{"call_in": {"person": ...}}``."""
    fields = adapter(type(event)).dump_python(event, mode="json", by_alias=True)
    return {event.name(): fields}


def read_event(data: object, where: str) -> Event:
    """The event that :func:`event_data` wrote. Raises :class:`BadInput` with its place."""
    kinds = event_kinds()
    if not isinstance(data, dict) or len(data) != 1:
        raise BadInput([Problem(where, None, "", "an event is one kind with its fields")])
    name, fields = next(iter(data.items()))
    if name not in kinds:
        message = "no event has this name"
        near = nearest(str(name), kinds)
        raise BadInput([Problem(where, None, "", message, str(name), ", ".join(kinds), near)])
    try:
        event: Event = adapter(kinds[name]).validate_python(fields)
    except ValidationError as error:
        problems = [
            Problem(where, None, ".".join(map(str, (name, *one["loc"]))), one["msg"])
            for one in error.errors(include_url=False)
        ]
        raise BadInput(problems) from error
    return event


def first_broken(entries: Iterable[Entry]) -> int | None:
    """The number of the first entry whose digest or place is not what it should be."""
    before, expected = GENESIS, 1
    for entry in entries:
        if entry.number != expected or entry.digest != digest(entry, before):
            return expected
        before, expected = entry.digest, expected + 1
    return None


def as_of(entries: Sequence[Entry], instant: Instant | None = None) -> list[Known]:
    """Events known by ``instant`` (now where ``None``), corrections carried out.

    A corrected entry gives way from the moment at which its correction became known; what is
    right takes its place and its number in the order.
    """
    known = [entry for entry in entries if instant is None or entry.known <= instant]
    events: dict[int, Event | None] = {}
    place: dict[int, int] = {}
    for entry in known:
        at = entry.number
        if entry.corrects is not None:
            at = place.get(entry.corrects, entry.corrects)
        place[entry.number] = at
        events[at] = entry.event
    return [Known(at, event) for at, event in sorted(events.items()) if event is not None]
