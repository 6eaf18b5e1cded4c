"""What may be done when certain people agree, and not before."""

from tests.rules.stage import rule_of
from watchbill.events.consent import Consent
from watchbill.kernel.clock import parse_wall
from watchbill.rules.deciding import NeedsConsent

RULE = rule_of("by-agreement: {what: Other hours, needs: [the union, the employer]}")


def consent(by: str, number: int) -> tuple[int, Consent]:
    return number, Consent(clause="1", by=by, at=parse_wall("2024-05-06 09:00"))


UNION, EMPLOYER = consent("the union", 4), consent("the employer", 5)


def asked(*given: tuple[int, Consent]) -> list[tuple[bool, str]]:
    assert isinstance(RULE, NeedsConsent)
    return [(one.met, one.evidence) for one in RULE.consents(given)]


def test_whose_agreement_is_missing_is_named() -> None:
    assert asked() == [
        (False, "No agreement of the union is entered: Other hours."),
        (False, "No agreement of the employer is entered: Other hours."),
    ]


def test_who_agreed_is_named_with_when_and_by_which_entry() -> None:
    assert asked(UNION) == [
        (True, "the union agreed 2024-05-06 09:00 (entry 4)."),
        (False, "No agreement of the employer is entered: Other hours."),
    ]
    assert [met for met, _ in asked(UNION, EMPLOYER)] == [True, True]


def test_the_word_of_somebody_else_is_no_agreement() -> None:
    assert [met for met, _ in asked(consent("the chief", 6))] == [False, False]


def test_what_is_missing_may_still_be_given() -> None:
    assert isinstance(RULE, NeedsConsent)
    assert [one.consent for one in RULE.consents([UNION])] == [False, True]
