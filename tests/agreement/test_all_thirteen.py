"""The thirteen agreements: every row of the facts has its clause, and every file is sound data."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest
from ruamel.yaml import YAML

from watchbill.agreement.load import load_agreement
from watchbill.agreement.schema import agreement_schema
from watchbill.agreement.shipped import agreement_ids, agreement_path
from watchbill.rules.ceilings import CEILINGS
from watchbill.rules.registry import kinds
from watchbill.rules.work_period import WorkPeriod

# Clause and the kinds of rule that encode it; no kinds: recorded.
FACTS: dict[str, dict[str, set[str]]] = {
    "kamloops-cso": {
        "A1": {"rotation", "average-hours"}, "A2": {"annual-hours"}, "A3": {"rest"},
        "A4": {"run-of-tours"}, "A5": {"posting"}, "A6": set(), "A7": {"tours-allowed"},
        "A8": {"by-agreement"},
    },
    "hsaa-ems": {
        "12.01": set(), "12.02": {"rotation", "average-hours", "annual-hours"},
        "12.03": {"rotation", "average-hours", "annual-hours"}, "12.04": {"rotation"},
        "12.05": {"exchange"}, "12.06": {"minimum-call"}, "12.07": {"tours-allowed"},
        "12.08(a)": {"posting", "change-notice"}, "12.08(b)": {"change-notice"},
        "12.08(c)": {"change-notice"}, "12.08(d)": {"change-notice"}, "12.09": {"interruption"},
        "12.10": {"interruption"}, "12.11": {"voluntary-list", "overtime-above"},
    },
    "foothills-2023-2025": {
        "12.02(a)": {"rotation", "average-hours", "annual-hours"},
        "12.02(b)": {"rotation", "average-hours", "annual-hours"}, "12.03": {"rest-periods"},
        "12.04(a)": {"exchange"}, "12.04(b)": {"permanent-exchange"}, "12.05": {"minimum-call"},
        "12.06": {"tours-allowed", "overtime-in-tour"}, "12.07(a)": {"posting", "change-notice"},
        "12.07(b)": {"change-notice"}, "12.07(c)": {"change-notice"},
        "12.07(d)": {"change-notice"}, "12.08": {"interruption"}, "12.09": {"interruption"},
        "12.10": {"by-agreement"}, "12.11": set(),
    },
    "seattle-police": {
        "5.1": {"rotation", "tours-allowed", "meal-break", "hand-over"},
        "5.1 [days off]": {"rotation", "average-hours", "run-of-tours", "rest-after-run"},
        "5.1 [communications]": {"rotation", "run-of-tours", "furlough-account"},
        "5.1 [delayed furlough]": {"rotation", "furlough-account"},
        "5.1 [furlough worked]": {"by-agreement"},
        "5.1 [ten-hour patrol]": {"average-hours", "tours-allowed", "staff-cap"},
        "5.1 [cycles]": {"rotation", "cycle-kept"},
        "5.1.1": {"mandatory-extra"}, "5.1.2": {"offer-order"}, "5.1.3": {"offer-order"},
    },
    "wa-medical-2013": {
        "(1)": {"average-hours"}, "(2)": set(), "(3)(a)": {"free-days"}, "(3)(b)": {"free-run"},
        "(3)(c)": {"free-period"}, "(3)(d)": {"free-evenings", "by-agreement"},
        "(3)(e)": {"free-weekends"}, "(4)(a)": {"rest"}, "(4)(b)": {"short-rest-pay"},
        "(4)(c)": {"hours-in-window"}, "(5)": {"run-of-tours", "rest-after-run"},
    },
    "fire-48-hour": {
        "A": {"average-hours"}, "B": {"rotation", "on-and-off"}, "C": {"by-agreement"}, "D": set(),
        "E": {"overtime-above"}, "F": {"leave"}, "G": {"held-over"},
        "H": {"minimum-call", "exchange"}, "I": {"unbroken-duty"},
    },
    "fire-rescue-rank": {
        "18.1": {"rotation", "average-hours", "on-and-off"}, "18.2": {"change-barred"},
        "18.3": {"deemed-hours", "leave"}, "18.4": {"rotation", "meal-break"},
        "18.5": {"rotation", "tours-allowed"},
    },
    "fire-rescue-command": {
        "18.1": {"rotation", "average-hours", "on-and-off", "hand-over"},
        "18.2": {"change-barred"}, "18.3": {"deemed-hours", "work-period"},
        "18.4": {"rotation", "meal-break"}, "18.5": {"rotation", "tours-allowed"},
    },
    "north-bay-police": {
        "5.01": {"average-hours", "annual-hours", "staff-cap", "pay-instead", "refusal-first"},
        "5.02": {"free-run"}, "5.03": {"exchange"}, "5.04": {"meal-break"}, "5.05": {"posting"},
        "5.06": {"by-agreement"}, "5.07": {"short-rest-pay"}, "5.08": {"rest", "short-rest-pay"},
    },
    "seattle-fire-chiefs-1": {
        "4.1": {"annual-tours", "average-hours"}, "4.2": {"by-agreement"}, "4.3": {"by-agreement"},
        "4.4": set(), "4.5.1": {"annual-tours", "debit-account"}, "4.5.2": {"leave"},
        "4.5.3": set(), "4.5.4": set(), "4.5.5": set(), "4.5.6": set(),
    },
    "seattle-fire-chiefs-2": {
        "4.1": {"annual-tours", "average-hours"}, "4.2": {"unbroken-duty", "double-tours"},
        "4.3": set(),
        "4.4": {"schedule-change-rest"}, "4.5": {"by-agreement"}, "4.6": {"by-agreement"},
        "4.7": set(), "4.8.1": {"annual-tours", "debit-account"}, "4.8.2": {"leave"},
        "4.8.3": set(), "4.8.4": set(),
    },
    "fire-district-21-day": {
        "13.01": {"work-period"},
        "13.02": {"rotation", "on-and-off", "average-hours", "annual-hours", "hours-in-window"},
    },
    "au-enterprise-12-hour": {
        "(a)": {"change-notice"}, "(b)": set(), "(c)": set(), "(d)(v)": set(),
        "(d)": {"rotation", "averaged-pay", "tours-allowed", "meal-break"},
        "(d)(iii)": {"tours-allowed"}, "(e)": {"by-agreement"},
    },
}  # fmt: skip


def test_thirteen_ship() -> None:
    assert sorted(FACTS) == agreement_ids()


@pytest.mark.parametrize("agreement", sorted(FACTS))
def test_every_row_of_the_facts_has_its_clause(agreement: str) -> None:
    loaded = load_agreement(agreement)
    assert set(loaded.by_number) == set(FACTS[agreement])
    for number, wanted in FACTS[agreement].items():
        found = {rule.kind() for rule in loaded.by_number[number].rules}
        assert wanted <= found, number
        assert bool(wanted) == bool(found), number


def test_every_kind_of_rule_is_used_by_an_agreement() -> None:
    used = {
        rule.kind()
        for agreement in agreement_ids()
        for clause in load_agreement(agreement).clauses
        for rules in (clause.rules, *(one.rules for one in clause.readings))
        for rule in rules
    }
    assert used == set(kinds())


@pytest.mark.parametrize("agreement", sorted(FACTS))
def test_every_reading_loads_and_changes_the_rules(agreement: str) -> None:
    loaded = load_agreement(agreement)
    for clause in loaded.clauses:
        ways = {
            load_agreement(agreement, {clause.number: one.name}).by_number[clause.number].rules
            for one in clause.readings
        }
        assert len(ways) == len(clause.readings)
        for one in clause.readings:
            other = loaded.with_reading(clause.number, one.name).by_number[clause.number]
            chosen = load_agreement(agreement, {clause.number: one.name})
            assert other == chosen.by_number[clause.number]


@pytest.mark.parametrize("agreement", sorted(FACTS))
def test_the_schema_takes_the_file_and_refuses_a_misspelt_key(agreement: str) -> None:
    data = _plain(YAML(typ="safe", pure=True).load(agreement_path(agreement)))
    validator = jsonschema.Draft202012Validator(agreement_schema())
    assert [error.message for error in validator.iter_errors(data)] == []
    data["clauses"][0]["headng"] = data["clauses"][0].pop("heading")
    assert not validator.is_valid(data)


def _plain(value: Any) -> Any:
    """Dates as the texts that they are in the file."""
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value if isinstance(value, str | int | float | bool | None) else str(value)


@pytest.mark.parametrize("days", range(7, 29))
def test_a_ceiling_is_the_longest_period_s_share_to_the_hour(days: int) -> None:
    """29 CFR 553.230: 212 (fire) and 171 (police) hours in 28 days, and their shares.

    The table rounds 140.46 hours of police in 23 days up, and all others to the nearest.
    """
    fire, police = round(212 * days / 28), round(171 * days / 28)
    assert CEILINGS[days] == (fire, police + (days == 23))
    rule = WorkPeriod(days=days, begins=0, service="fire")  # type: ignore[arg-type]
    assert rule.ceiling == CEILINGS[days][0]
