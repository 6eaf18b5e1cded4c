"""A station of the service."""

from tests.events.stage import STAGE, after, dates, sentence

OPENED = "station_opened: {station: west, called: West station}"


def test_it_is_one_more_and_said_again_it_has_the_later_name() -> None:
    assert after(OPENED).facts.stations == {**STAGE.now.facts.stations, "west": "West station"}
    again = OPENED.replace("West station", "Harbour")
    assert after(OPENED, again).facts.stations["west"] == "Harbour"


def test_people_can_be_lent_to_it() -> None:
    lent = "lent: {person: Ames, station: west, from: 2024-05-14, to: 2024-05-15}"
    assert after(OPENED, lent)


def test_it_is_told() -> None:
    assert dates(OPENED) == []
    assert sentence(OPENED) == "station opened: station west, called West station"
