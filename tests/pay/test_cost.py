"""Cost: scheduled hours times basic rate, exact."""

from decimal import Decimal

from watchbill.agreement.clock_change import ClockChange, clock_change
from watchbill.kernel.clock import parse_day
from watchbill.pay.cost import cost
from watchbill.roster.build import build_roster
from watchbill.service.load import load_service


def test_hours_times_rate_by_person_and_in_total() -> None:
    found = cost(build_roster(load_service("kamloops-cso")))
    by_name = {line.person.name: line for line in found.lines}
    assert by_name["Anders"].amount == Decimal("13776.00")  # 336 h at 41.00
    assert by_name["Okafor"].amount == Decimal("11808.00")  # four tours less
    assert found.total == sum(line.amount for line in found.lines)
    assert found.minutes == sum(line.minutes for line in found.lines)


def test_a_clock_change_night_is_paid_as_the_agreement_says() -> None:
    roster = build_roster(load_service("kamloops-cso"), parse_day("2024-10-28"), 1)
    worked, nominal = (cost(roster, how) for how in ClockChange)
    assert worked.total - nominal.total == 3 * Decimal("41.00")  # three on duty that night


def test_hours_worked_hold_where_the_agreement_says_nothing() -> None:
    assert clock_change({}) is ClockChange.HOURS_WORKED
    assert clock_change({"clock-change-nights": "nominal"}) is ClockChange.NOMINAL
