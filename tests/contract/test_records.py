"""What every record of the contract keeps: it is written and read back exactly, and described."""

from __future__ import annotations

import json
from datetime import datetime
from decimal import Decimal
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.contract.made_up import records
from watchbill.contract.audit import AuditRecord
from watchbill.contract.coverage import CoverRecord
from watchbill.contract.fields import moment
from watchbill.contract.pay import PayRecord
from watchbill.contract.record import canonical, plain, read_record, schema_of
from watchbill.contract.registry import published
from watchbill.contract.term import InForceRecord
from watchbill.kernel.clock import Instant, parse_wall, zone
from watchbill.kernel.problems import BadInput

PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
"""Without shrinking: a record that fails is read as it is, and its fields are many."""
NAMES = list(published())
EDMONTON = zone("America/Edmonton")


def objects(schema: Any) -> list[dict[str, Any]]:
    """Every object that a schema describes, in it or under it."""
    if isinstance(schema, list):
        return [one for part in schema for one in objects(part)]
    if not isinstance(schema, dict):
        return []
    own = [schema] if "properties" in schema else []
    return own + [one for part in schema.values() for one in objects(part)]


@pytest.mark.parametrize("name", NAMES)
@given(data=st.data())
@settings(deadline=None, max_examples=15, phases=PHASES, suppress_health_check=list(HealthCheck))
def test_what_is_written_is_read_back_exactly_and_is_as_its_schema_says(
    name: str, data: st.DataObject
) -> None:
    kind = published()[name]
    made = data.draw(records(kind))
    text = canonical(made)
    read = read_record(kind, text, "test")
    assert read == made
    assert canonical(read) == text
    jsonschema.validate(json.loads(text), schema_of(name, kind))


@pytest.mark.parametrize("name", NAMES)
def test_every_field_is_described_and_every_record_has_the_version(name: str) -> None:
    schema = schema_of(name, published()[name])
    undescribed = [
        (one.get("title"), field)
        for one in objects(schema)
        for field, shape in one["properties"].items()
        if not shape.get("description")
    ]
    assert undescribed == []
    assert all(one.get("description") for one in objects(schema))
    assert schema["properties"]["version"]["const"] == 0
    assert schema["$id"] == f"urn:watchbill:contract:0:{name}"
    jsonschema.Draft202012Validator.check_schema(schema)


def test_keys_are_sorted_and_exact_figures_are_texts() -> None:
    made = PayRecord(
        service="a", agreement="b", first=19844, last=19844, currency="CAD", lines=(),  # type: ignore[arg-type]
        basic_hours=Decimal("1E+2"), amount=Decimal("0.10"),
        in_force=InForceRecord(goes_on=(), not_computed=()),
    )  # fmt: skip
    assert canonical(made) == (
        '{"agreement":"b","amount":"0.10","assumed":[],"basic_hours":"100","currency":"CAD",'
        '"from":"2024-05-01","in_force":{"goes_on":[],"not_computed":[]},"lines":[],"service":"a","to":"2024-05-01",'
        '"unpriced":[],"version":0}'
    )


def test_the_hour_that_the_autumn_clock_repeats_is_told_apart() -> None:
    first = EDMONTON.instant(parse_wall("2024-11-03 01:30"))
    second = Instant(first + 60)
    cover = CoverRecord(post="crew", start=moment(EDMONTON, first), end=moment(EDMONTON, second),
                        need=1, have=1)  # fmt: skip
    told = plain(cover)
    assert (told["start"], told["end"]) == ("2024-11-03T01:30-06:00", "2024-11-03T01:30-07:00")
    read = read_record(CoverRecord, canonical(cover), "test")
    assert read == cover
    assert (read.end - read.start).total_seconds() == 3600


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "this is not JSON"),
        ("[]", "keys with values are needed here"),
        ('{"versoin": 0}', "did you mean version"),
        ('{"version": 1}', "this is not one of the words allowed here; found 1"),
    ],
)
def test_what_is_no_record_is_refused_with_its_place(text: str, message: str) -> None:
    with pytest.raises(BadInput) as told:
        read_record(AuditRecord, text, "kept.json")
    assert message in str(told.value)
    assert all(problem.file == "kept.json" for problem in told.value.problems)


def test_a_time_without_its_offset_and_a_figure_that_is_none_are_refused() -> None:
    text = json.dumps({"post": "crew", "start": "2024-11-03T01:30", "end": "2024-11-03T01:30-07:00",
                       "need": 1, "have": 1})  # fmt: skip
    with pytest.raises(BadInput, match="offset from UTC"):
        read_record(CoverRecord, text, "kept.json")
    assert isinstance(datetime.fromisoformat("2024-11-03T01:30-07:00"), datetime)
