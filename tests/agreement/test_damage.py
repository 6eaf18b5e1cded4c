"""Random damage to an agreement file is told with its lines, and never raises anything else."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.damage import damaged
from watchbill.agreement.load import load_agreement, parse_agreement
from watchbill.agreement.shipped import agreement_ids, agreement_path
from watchbill.kernel.problems import BadInput

SLOW = settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("agreement", agreement_ids())
@given(data=st.data())
@SLOW
def test_a_damaged_agreement_is_read_or_told_with_lines(
    agreement: str, data: st.DataObject
) -> None:
    text = data.draw(damaged(agreement_path(agreement).read_text()))
    try:
        parse_agreement(text, "damaged.yaml")
    except BadInput as bad:
        assert bad.problems
        assert all(one.file == "damaged.yaml" and one.line for one in bad.problems)


@given(data=st.binary(max_size=200))
@SLOW
def test_bytes_that_are_no_agreement_are_told(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "agreement.yaml"
    file.write_bytes(data)
    with pytest.raises(BadInput) as told:
        load_agreement(file)
    assert all(one.line for one in told.value.problems)
