"""A service's lengths of tours side by side."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal

import pytest

from watchbill.agreement.load import load_agreement
from watchbill.agreement.model import Clause
from watchbill.design.cycles.candidate import heat
from watchbill.design.cycles.forms import forms_of
from watchbill.design.cycles.laid_out import constraining
from watchbill.design.cycles.need import SOMEBODY, WEEK
from watchbill.design.cycles.spread import who_may
from watchbill.design.proposal.change import with_rules
from watchbill.design.proposal.lengths import to_allow
from watchbill.design.study.brief import brief, demand_by_hour, most_hours
from watchbill.design.study.study import Study, night_trial, study
from watchbill.design.why.sentences import relaxation_sentence
from watchbill.kernel.clock import Minutes
from watchbill.kernel.problems import BadInput
from watchbill.records.people import Scope
from watchbill.rotation.cycle import make_rotation
from watchbill.rules.average_hours import AverageHours
from watchbill.service.load import load_service
from watchbill.solve.progress import Progress, Watch
from watchbill.solve.run import Answer
from watchbill.solve.settings import Settings

KAMLOOPS = load_service("kamloops-cso")
FOOTHILLS = load_service("foothills-communications")
BRIEF = Settings(effort=0.4)


def hours(number: int) -> Minutes:
    return Minutes(number * 60)


def test_the_demand_of_posts_is_added_by_weekday_and_hour() -> None:
    assert demand_by_hour(KAMLOOPS) == ((2,) * 24,) * WEEK


def test_the_need_is_that_of_the_service_s_people_and_posts() -> None:
    need = brief(KAMLOOPS, hours(12))
    assert (need.people, need.least_hours) == (12, Decimal(40))
    assert need.need == ((2,) * WEEK, (2,) * WEEK)
    assert need.hours_needed == 336
    assert need.members[0].classification == "community services officer"
    assert most_hours(KAMLOOPS.agreement, need.members) == 42


def test_a_length_is_allowed_by_its_clause_and_nothing_else_changes() -> None:
    changed = to_allow(KAMLOOPS.agreement, hours(8), KAMLOOPS.people)
    said = [(one.clause, None if one.now is None else one.now.says()) for one in changed]
    assert said == [("A7", "Tours last 8 h.")]
    before = KAMLOOPS.agreement.by_number
    after = with_rules(KAMLOOPS.agreement, changed).by_number
    assert {number for number in before if before[number] != after[number]} == {"A7"}


def test_what_is_allowed_needs_no_change() -> None:
    assert to_allow(KAMLOOPS.agreement, hours(12), KAMLOOPS.people) == ()


def test_a_longest_tour_is_lengthened_for_those_whose_limit_it_is() -> None:
    agreement = load_agreement("foothills-2023-2025")
    casual = replace(SOMEBODY, classification="communications", status="casual")
    assert [one.clause for one in to_allow(agreement, hours(13), [casual])] == ["12.06"]
    of_platoons = to_allow(agreement, hours(13), FOOTHILLS.people[1:2])
    assert [one.clause for one in of_platoons] == ["12.02(a)"]


def test_posts_that_not_everybody_may_fill_are_kept_to() -> None:
    """Foothills: four superintendents of 24, one of them on each tour, four others on it."""
    need = brief(FOOTHILLS, hours(12))
    told = {
        seats.posts: (seats.need, [need.sorts[sort] for sort in seats.who]) for seats in need.seats
    }
    assert told == {
        ("Consoles",): (((4,) * 7, (4,) * 7), [20]),
        ("Shift superintendent",): (((1,) * 7, (1,) * 7), [4]),
    }
    (found,) = study(FOOTHILLS, [hours(12)], settings=BRIEF, wanted=2).lengths
    assert found.designs.candidates
    for one in found.designs.candidates:
        for seats in need.seats:
            weights = who_may(need, one.form, seats)
            own = [offset for offset, count in zip(one.form.offsets, weights, strict=True)
                   for _ in range(count)]  # fmt: skip
            assert len(own) == sum(need.sorts[sort] for sort in seats.who)
            alone = make_rotation(one.rotation.pattern, tours=one.rotation.tours, offsets=own)
            assert all(a >= b for have, asked in zip(heat(alone, 1), seats.hourly, strict=True)
                       for a, b in zip(have, asked, strict=True))  # fmt: skip


def test_platoons_that_are_told_are_kept_to() -> None:
    (found,) = study(KAMLOOPS, [hours(12)], settings=BRIEF, wanted=2, platoons=3).lengths
    assert {form.platoons for form in forms_of(found.need)} == {3}
    assert all(one.form.platoons == 3 for one in found.designs.candidates)
    with pytest.raises(BadInput, match="platoons of these people"):
        brief(KAMLOOPS, hours(12), platoons=13)


def test_a_soft_rule_is_a_warning_and_never_a_limit() -> None:
    """At most thirty hours on average is aimed at, and forty-two are allowed."""
    soft = AverageHours(at_most=Decimal(30), soft=True)
    aimed = Clause("A9", "Aimed at", soft.says(), Scope(), (soft,))
    agreement = replace(KAMLOOPS.agreement, clauses=(*KAMLOOPS.agreement.clauses, aimed))
    softened = replace(KAMLOOPS, agreement=agreement)
    assert brief(softened, hours(12)).least_hours == 40
    (found,) = study(softened, [hours(12)], settings=BRIEF, wanted=1).lengths
    assert found.designs.answer is Answer.FOUND
    assert [one.warned for one in found.designs.candidates] == [("A9",)]
    assert any(one.passes for one in found.beside)


def test_nights_of_eight_hours_take_more_people_than_days_and_evenings() -> None:
    trial = night_trial(KAMLOOPS, BRIEF)
    assert trial is not None
    assert (trial.staff, trial.before.people, trial.after.people) == (6, 7, 10)
    assert trial.why_not is not None
    assert trial.why_not.members[0].name == "A1"
    more = relaxation_sentence(trial.why_not.relaxations[0], trial.why_not)
    assert more == "2 people more: 8 in all, 42 hours a week each."


def test_twelve_officers_have_several_rotations_of_twelve_hours() -> None:
    found = study(KAMLOOPS, [hours(12)], settings=BRIEF, wanted=5)
    (one,) = found.lengths
    assert len(one.designs.candidates) >= 5
    assert one.fewest == 8
    assert one.why_not is None
    assert found.trial is None
    assert {known.known.id for known in one.beside if known.passes} >= {"two-two-four"}
    for candidate in one.designs.candidates:
        assert not candidate.audit.findings
        assert 40 <= candidate.figures.hours_per_week <= 42
        assert min(min(row) for row in candidate.heat) >= 2


def test_too_few_officers_are_told_why() -> None:
    found = study(KAMLOOPS, [hours(12)], people=7, least_hours=Decimal(0), settings=BRIEF)
    (one,) = found.lengths
    assert one.designs.answer is Answer.IMPOSSIBLE
    assert one.why_not is not None
    assert one.why_not.minimal


def test_another_service_is_studied_under_its_own_agreement() -> None:
    need = brief(FOOTHILLS, hours(12))
    assert constraining(FOOTHILLS.agreement, need)
    found = study(FOOTHILLS, [hours(12)], settings=BRIEF, wanted=1)
    assert found.lengths[0].designs.answer in (Answer.FOUND, Answer.IMPOSSIBLE)
    assert all(not one.audit.findings for one in found.lengths[0].designs.candidates)


def interrupted_at_the_first_goal() -> Study:
    done = False

    def listen(told: Progress) -> None:
        nonlocal done
        if told.best is not None and not done:
            done = True
            os.kill(os.getpid(), signal.SIGINT)

    lengths = [hours(8), hours(12)]
    return study(KAMLOOPS, lengths, settings=Settings(effort=5.0), watch=Watch(listen))


def test_ctrl_c_keeps_what_was_found_and_asks_no_more() -> None:
    # In a process of its own: the signal is for the study, not for whoever runs the tests.
    program = (
        "from tests.design.test_study import interrupted_at_the_first_goal as run\n"
        "found = run()\n"
        "designs = found.lengths[0].designs\n"
        "print(found.interrupted, len(found.lengths), designs.interrupted,"
        " len(designs.candidates), found.trial)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    interrupted, lengths, one, candidates, trial = done.stdout.split()
    assert (interrupted, lengths, one, trial) == ("True", "1", "True", "None"), done.stderr
    assert candidates in ("1", "2")  # two searches were under way
