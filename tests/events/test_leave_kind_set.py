"""A kind of leave of the service's own."""

from tests.events.stage import after, dates, sentence

KIND = "leave_kind_set: {kind: parental, paid: false}"


def test_whether_the_service_pays_it_stands_and_the_later_word_holds() -> None:
    assert after(KIND).facts.leave_kinds["parental"] is False
    assert after(KIND, KIND.replace("false", "true")).facts.leave_kinds["parental"] is True


def test_it_is_told() -> None:
    assert dates(KIND) == []
    assert sentence(KIND).startswith("leave kind set: kind parental")
