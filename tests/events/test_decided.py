"""What the desk answered, kept."""

from tests.events.stage import NEXT, after, dates, sentence

ASKED = "vacancy: {tour: 2024-05-16 07:00 +12h, post: crew, at: 2024-05-10 08:00}"
DECIDED = f"decided: {{about: {NEXT}, upto: {NEXT}, looked_at: ab12, answer: '{{}}'}}"


def test_each_decision_on_a_request_is_found_by_the_request() -> None:
    assert after(ASKED).decided == {}
    assert after(ASKED, DECIDED).decided == {NEXT: (NEXT + 1,)}
    assert after(ASKED, DECIDED, DECIDED).decided == {NEXT: (NEXT + 1, NEXT + 2)}


def test_it_is_told_without_the_whole_answer() -> None:
    assert dates(DECIDED) == []
    assert sentence(DECIDED) == f"the decision on entry {NEXT}"
