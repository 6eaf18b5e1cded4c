"""24 on, 48 off: a rule of the schedule, by the wall clock."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules.staged import found, staged
from watchbill.kernel.clock import wall_text

RULE = "on-and-off: {on: 24h, off: 48h, starts_at: '08:00'}"


@pytest.mark.parametrize(
    ("roster", "sentences"),
    [
        ("2024-05-06 08:00 +24h, 2024-05-09 08:00 +24h", 0),
        ("2024-05-06 08:00 +24h, 2024-05-09 07:59 +24h", 2),
        ("2024-05-06 08:00 +24h, 2024-05-08 08:00 +24h", 1),
        ("2024-05-06 08:00 +23h", 1),
        ("2024-05-06 09:00 +24h", 1),
        # Saturday to Monday through the night in which the clocks go forward.
        ("2024-03-08 08:00 +24h, 2024-03-11 08:00 +24h", 0),
    ],
)
def test_each_tour_and_the_time_off_before_it_is_judged(
    roster: str, sentences: int, tmp_path: Path
) -> None:
    assert len(found(staged(tmp_path, RULE, f"Ada: [{roster}]"))) == sentences


def test_a_finding_says_from_when_to_when_how_much_was_off_and_is_owed(tmp_path: Path) -> None:
    stage = staged(tmp_path, RULE, "Ada: [2024-05-06 08:00 +24h, 2024-05-08 08:00 +24h]")
    (finding,) = found(stage)
    assert (str(finding.measured), str(finding.limit)) == ("24 h", "48 h")
    assert wall_text(finding.start) == "2024-05-07 08:00"
    assert wall_text(finding.end) == "2024-05-09 08:00"


@pytest.mark.parametrize(
    "event",
    [
        "extra: {person: Ada, tour: 2024-05-07 08:00 +24h}",
        "extra: {person: Ada, tour: 2024-05-07 08:00 +24h, list: ordered}",
        "held_over: {person: Ada, tour: 2024-05-06 08:00, until: 2024-05-07 20:00}",
        "call_in: {person: Ada, told: 2024-05-08 08:00, report: 2024-05-08 09:00, worked: 3h}",
    ],
)
def test_work_beyond_the_schedule_is_not_held_to_it(event: str, tmp_path: Path) -> None:
    roster = "Ada: [2024-05-06 08:00 +24h, 2024-05-09 08:00 +24h]"
    assert found(staged(tmp_path, RULE, roster, event)) == ()


EXCHANGE = (
    "exchange: {between: [Ada, Ben], gives: [2024-05-09 08:00, 2024-05-07 08:00],"
    " asked: 2024-05-01 09:00, written: [Ada, Ben]}"
)
TWO = "Ada: [2024-05-06 08:00 +24h, 2024-05-09 08:00 +24h], Ben: [2024-05-07 08:00 +24h]"


@pytest.mark.parametrize(
    ("answers", "sentences"),
    [(["approved"], 0), (["refused"], 0), (["approved", "undone"], 0)],
)
def test_an_exchange_is_the_own_affair_of_the_two(
    answers: list[str], sentences: int, tmp_path: Path
) -> None:
    events = [EXCHANGE] + [
        f"exchange_answer: {{exchange: 1, answer: {one}, at: 2024-05-02 09:00}}" for one in answers
    ]
    assert len(found(staged(tmp_path, RULE, TWO, ", ".join(f"{{{one}}}" for one in events)))) == (
        sentences
    )


@pytest.mark.parametrize(("asked_by", "sentences"), [("employer", 1), ("employee", 0)])
def test_a_tour_moved_by_the_employer_is_of_the_schedule(
    asked_by: str, sentences: int, tmp_path: Path
) -> None:
    event = (
        "change: {person: Ada, tour: 2024-05-09 08:00, to: 2024-05-08 08:00 +24h,"
        f" told: 2024-05-01 09:00, asked_by: {asked_by}}}"
    )
    roster = "Ada: [2024-05-06 08:00 +24h, 2024-05-09 08:00 +24h]"
    assert len(found(staged(tmp_path, RULE, roster, event))) == sentences


def test_the_half_that_an_exchange_leaves_is_no_wrong_tour(tmp_path: Path) -> None:
    half = EXCHANGE.replace("written", "part: 12h, written")
    answer = "exchange_answer: {exchange: 1, answer: approved, at: 2024-05-02 09:00}"
    assert found(staged(tmp_path, RULE, TWO, f"{{{half}}}, {{{answer}}}")) == ()
