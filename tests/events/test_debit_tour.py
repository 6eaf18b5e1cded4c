"""A debit tour worked."""

from tests.events.stage import dates, sentence

TOUR = "debit_tour: {person: Ames, tour: 2024-05-12 07:00 +12h, kind: floating}"


def test_it_is_told() -> None:
    assert dates(TOUR) == ["2024-05-12"]
    assert sentence(TOUR) == "debit tour: person Ames, tour 2024-05-12 07:00 +12h, kind floating"
