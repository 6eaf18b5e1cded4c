"""What needs agreement is not to be done until each of those named has agreed."""

from tests.rules.stage import AMES, Story, laid, person
from watchbill.desk.consent import agreed

OTHER = Story(
    "by-agreement: {what: Other hours, needs: [the union, the employer]}", laid("dd")
)  # fmt: skip
UNION = 'consent: {clause: "1", by: the union, at: 2024-05-06 09:00}'
EMPLOYER = 'consent: {clause: "1", by: the employer, at: 2024-05-06 09:00}'


def missing(story: Story, who: str | None = None) -> list[str]:
    (one,) = agreed(story.agreement, story.known, person(who) if who else None)
    return [condition.evidence for condition in one.conditions if not condition.met]


def test_it_may_be_done_once_both_have_agreed() -> None:
    assert len(missing(OTHER)) == 2
    assert missing(OTHER.but(events=(UNION,))) == [
        "No agreement of the employer is entered: Other hours."
    ]
    both = OTHER.but(events=(UNION, EMPLOYER))
    assert missing(both) == []
    assert agreed(both.agreement, both.known, AMES)[0].may_be_done


def test_the_agreement_to_one_clause_is_none_to_another() -> None:
    assert len(missing(OTHER.but(events=(UNION.replace('"1"', '"2"'), EMPLOYER)))) == 1


def test_an_agreement_for_one_employee_is_none_for_another() -> None:
    own = UNION.replace("}", ", person: Ames}")
    story = OTHER.but(events=(own, EMPLOYER))
    assert missing(story, "Ames") == []
    assert len(missing(story, "Bell")) == 1
    assert len(missing(story)) == 1


def test_whom_the_rule_does_not_cover_needs_none() -> None:
    rule = "by-agreement: {what: Other hours, needs: [the union], applies_to: {status: casual}}"
    assert agreed(OTHER.but(rule=rule).agreement, (), AMES) == ()
