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
from watchbill.design.cycles.laid_out import constraining
from watchbill.design.cycles.need import SOMEBODY, WEEK, around_the_clock
from watchbill.design.study.brief import brief, demand_by_hour, most_hours, tours_of
from watchbill.design.study.proposal import with_tours_of
from watchbill.design.study.study import HeadCount, Study, night_trial, study
from watchbill.design.why.sentences import relaxation_sentence
from watchbill.kernel.clock import Minutes
from watchbill.kernel.problems import BadInput
from watchbill.service.load import load_service
from watchbill.solve.progress import Progress, Watch
from watchbill.solve.run import Answer
from watchbill.solve.settings import Settings

KAMLOOPS = load_service("kamloops-cso")
FOOTHILLS = load_service("foothills-communications")
BRIEF = Settings(effort=0.4)


def hours(number: int) -> Minutes:
    return Minutes(number * 60)


@pytest.mark.parametrize(
    ("length", "starts"), [(8, "07 15 23"), (10, "07 15 21"), (12, "07 19"), (24, "08")]
)
def test_tours_of_a_length_cover_the_day(length: int, starts: str) -> None:
    found = tours_of(KAMLOOPS, hours(length))
    assert " ".join(f"{tour.start // 60:02d}" for tour in found) == starts
    assert {tour.length for tour in found} == {hours(length)}


@pytest.mark.parametrize("length", range(480, 1441, 15))
def test_no_length_of_tours_leaves_a_minute_of_the_day_without_one(length: int) -> None:
    for service in (KAMLOOPS, FOOTHILLS):
        assert around_the_clock(tours_of(service, Minutes(length)))


@pytest.mark.parametrize("length", [0, 4, 25])
def test_a_length_that_makes_no_day_is_refused_with_its_place(length: int) -> None:
    with pytest.raises(BadInput, match="--hours"):
        tours_of(KAMLOOPS, hours(length))


def test_the_demand_by_hour_posts_is_added_by_weekday_and_hour() -> None:
    assert demand_by_hour(KAMLOOPS) == ((2,) * 24,) * WEEK


def test_the_need_is_that_of_the_service_s_people_and_posts() -> None:
    need = brief(KAMLOOPS, hours(12))
    assert (need.people, need.least_hours) == (12, Decimal(40))
    assert need.need == ((2,) * WEEK, (2,) * WEEK)
    assert need.hours_needed == 336
    assert need.members[0].classification == "community services officer"
    assert most_hours(KAMLOOPS.agreement, need.members) == 42


def test_a_proposal_changes_the_lengths_of_tours_and_nothing_else() -> None:
    made = with_tours_of(KAMLOOPS.agreement, hours(8), KAMLOOPS.people)
    assert [(one.clause, one.now) for one in made.changes] == [("A7", "Tours last 8 h.")]
    assert "Assumed" in made.changes[0].assumed
    before, after = KAMLOOPS.agreement.by_number, made.agreement.by_number
    assert {number for number in before if before[number] != after[number]} == {"A7"}


def test_what_is_allowed_needs_no_proposal() -> None:
    made = with_tours_of(KAMLOOPS.agreement, hours(12), KAMLOOPS.people)
    assert made.changes == ()
    assert made.agreement == KAMLOOPS.agreement


def test_a_longest_tour_is_lengthened_for_those_whose_limit_it_is() -> None:
    agreement = load_agreement("foothills-2023-2025")
    casual = replace(SOMEBODY, classification="communications", status="casual")
    made = with_tours_of(agreement, hours(13), [casual])
    assert [change.clause for change in made.changes] == ["12.06"]
    of_platoons = with_tours_of(agreement, hours(13), FOOTHILLS.people[1:2])
    assert [change.clause for change in of_platoons.changes] == ["12.02(a)"]


def test_a_head_count_rounds_up_before_and_after_absence() -> None:
    count = HeadCount(Decimal(336), Decimal(40), Decimal("0.15"))
    assert (str(count.exact), count.people, count.with_absence) == ("8.4", 9, 10)


def test_nights_of_eight_hours_take_more_people_than_days_and_evenings() -> None:
    trial = night_trial(KAMLOOPS, BRIEF)
    assert trial is not None
    assert (trial.staff, trial.before.people, trial.after.people) == (6, 6, 9)
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
    assert done.stdout.split() == ["True", "1", "True", "1", "None"], done.stderr
