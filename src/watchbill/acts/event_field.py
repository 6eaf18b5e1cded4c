"""An event as a field of an act: of any kind, as files write it."""

from __future__ import annotations

from typing import Annotated

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

from watchbill.events.base import Event
from watchbill.kernel.yamltree import parse_tree
from watchbill.ledger.entry import read_event


def read_event_text(text: str) -> Event:
    """An event as files write it: ``held_over: {person: Ames, ...}``. Raises BadInput."""
    return read_event(parse_tree(text, "EVENT").data, "EVENT")


def _event(value: object) -> Event:
    if isinstance(value, Event):
        return value
    return read_event_text(value) if isinstance(value, str) else read_event(value, "EVENT")


EventField = Annotated[
    Event,
    PlainValidator(_event),
    PlainSerializer(lambda event: event.data(), return_type=dict),
    WithJsonSchema({"type": "object", "minProperties": 1, "maxProperties": 1}),
]
"""``{"held_over": {"person": ...}}``, or the same as text."""
