"""A declared emergency."""

from tests.events.stage import STAGE, after, dates, refused, sentence
from watchbill.kernel.clock import parse_wall

FLOOD = "emergency: {from: 2024-05-12 00:00, to: 2024-05-14 00:00}"


def test_it_stands_for_everybody_from_instant_to_instant() -> None:
    instant = STAGE.now.facts.zone.instant
    begin, end = parse_wall("2024-05-12 00:00"), parse_wall("2024-05-14 00:00")
    assert after(FLOOD).emergencies == ((instant(begin), instant(end)),)


def test_it_ends_after_its_beginning() -> None:
    assert "it does not lie after its beginning" in refused(FLOOD.replace("05-14", "05-12"))


def test_an_hour_that_the_clocks_leave_out_is_none() -> None:
    told = refused(FLOOD.replace("2024-05-12 00:00", "2024-03-10 02:30"))
    assert "the clocks go forward then" in told


def test_it_is_told() -> None:
    assert dates(FLOOD) == ["2024-05-12", "2024-05-14"]
    assert sentence(FLOOD) == "emergency: from 2024-05-12 00:00, to 2024-05-14 00:00"
