"""Who is asked in which order: an order of offer, first refusal, a list of volunteers."""

from tests.rules.stage import person, rule_of
from watchbill.kernel.clock import parse_day
from watchbill.rules.deciding import Candidate, GoesFirst, ListsVolunteers, OrdersOffers

SENIOR = Candidate(person("Senior", seniority=parse_day("2001-01-01"), serial=100, watch=1), False)
JUNIOR = Candidate(person("Junior", seniority=parse_day("2020-01-01"), serial=900, watch=2), True)
CASUAL = Candidate(person("Casual", status="casual", serial=500, watch=2), True)


def order(text: str, *candidates: Candidate) -> list[tuple[str, int]]:
    rule = rule_of(f"offer-order: {text}")
    assert isinstance(rule, OrdersOffers)
    return [(one.person.name, one.step) for one in rule.order(candidates)]


ALL = "{says: all of them}"


def test_seniority_and_serial_numbers_from_either_end() -> None:
    for first, names in (
        ("most senior", ["Senior", "Junior", "Casual"]),
        ("least senior", ["Junior", "Senior", "Casual"]),
        ("highest serial", ["Junior", "Casual", "Senior"]),
        ("lowest serial", ["Senior", "Casual", "Junior"]),
    ):
        ranked = order(f"{{steps: [{ALL}], first: {first}}}", SENIOR, JUNIOR, CASUAL)
        assert [name for name, _ in ranked] == names, first


def test_step_by_step_and_nobody_twice() -> None:
    steps = f"[{{says: volunteers, volunteers: true}}, {ALL}]"
    ranked = order(f"{{steps: {steps}, first: highest serial}}", SENIOR, JUNIOR, CASUAL)
    assert ranked == [("Junior", 1), ("Casual", 1), ("Senior", 2)]


def test_who_is_of_no_step_is_left_out() -> None:
    steps = "[{says: casuals, who: {status: casual}}]"
    assert order(f"{{steps: {steps}, first: highest serial}}", SENIOR, CASUAL) == [("Casual", 1)]


def test_the_watch_asked_last_comes_last_within_its_step() -> None:
    ranked = order(f"{{steps: [{ALL}], first: highest serial, last_watch: 2}}",
                   SENIOR, JUNIOR, CASUAL)  # fmt: skip
    assert [name for name, _ in ranked] == ["Senior", "Junior", "Casual"]


def test_an_order_governs_the_occasions_that_it_names_or_all() -> None:
    general = rule_of(f"offer-order: {{steps: [{ALL}], first: highest serial}}")
    festival = rule_of(
        f"offer-order: {{steps: [{ALL}], first: highest serial, occasions: [festival]}}"
    )
    assert isinstance(general, OrdersOffers)
    assert isinstance(festival, OrdersOffers)
    assert (general.governs("festival"), general.governs(None)) == (True, True)
    assert (festival.governs("festival"), festival.governs(None)) == (True, False)
    assert (general.names("festival"), festival.names("festival")) == (False, True)


def test_first_refusal_is_for_those_whom_it_names() -> None:
    rule = rule_of("refusal-first: {who: {status: regular full-time}}")
    assert isinstance(rule, GoesFirst)
    assert rule.goes_first(SENIOR.person)
    assert not rule.goes_first(CASUAL.person)


def test_a_list_is_open_to_those_whom_it_names_for_its_sorts_of_work() -> None:
    rule = rule_of("voluntary-list: {who: {status: regular full-time}, work: [parades]}")
    assert isinstance(rule, ListsVolunteers)
    assert rule.lists(SENIOR.person, "parades")
    assert not rule.lists(CASUAL.person, "parades")
    assert not rule.lists(CASUAL.person, None)
    assert rule.lists(CASUAL.person, "festival")
