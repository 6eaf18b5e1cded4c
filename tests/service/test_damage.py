"""Random damage to a service's files is told with its lines, and never raises anything else."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.damage import damaged
from watchbill.audit.audit import audit
from watchbill.kernel.problems import BadInput
from watchbill.roster.build import build_roster
from watchbill.roster.coverage import shortages
from watchbill.service.load import build_service, load_service
from watchbill.service.shipped import service_ids
from watchbill.service.sources import Sources, gather

SLOW = settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))


def assert_read_or_told(sources: Sources) -> None:
    try:
        service = build_service(sources)
    except BadInput as bad:
        assert bad.problems
        assert all(one.line for one in bad.problems)
        assert {one.file for one in bad.problems} <= {
            sources.name,
            *map(sources.known_as, sources.named_texts),
        }
        return
    roster = build_roster(service, weeks=2)
    audit(service.agreement, roster)
    shortages(roster)


@pytest.mark.parametrize("service", service_ids())
@given(data=st.data())
@SLOW
def test_a_damaged_service_is_read_or_told_with_lines(service: str, data: st.DataObject) -> None:
    whole = gather(service)
    text = data.draw(damaged(whole.text))
    assert_read_or_told(Sources(whole.name, text, whole.named_texts))


@pytest.mark.parametrize("service", service_ids())
@given(data=st.data())
@SLOW
def test_damaged_people_are_read_or_told_with_lines(service: str, data: st.DataObject) -> None:
    whole = gather(service)
    people = data.draw(damaged(whole.named_texts["people.csv"]))
    texts = {**whole.named_texts, "people.csv": people}
    assert_read_or_told(Sources(whole.name, whole.text, texts))


@given(data=st.binary(max_size=200))
@SLOW
def test_bytes_that_are_no_service_are_told(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "service.yaml"
    file.write_bytes(data)
    with pytest.raises(BadInput) as told:
        load_service(file)
    assert all(one.line for one in told.value.problems)
