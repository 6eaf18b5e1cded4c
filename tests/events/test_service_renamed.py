"""The service has another name."""

from tests.events.stage import after, dates, sentence

RENAMED = "service_renamed: {called: Station 8}"


def test_it_is_called_so_and_its_id_stays() -> None:
    facts = after(RENAMED).facts
    assert (facts.id, facts.name) == ("small", "Station 8")


def test_it_is_told() -> None:
    assert dates(RENAMED) == []
    assert sentence(RENAMED) == "service renamed: called Station 8"
