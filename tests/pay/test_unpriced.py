"""What a sum leaves out is said with it: clauses not priced, and work that no clause pays."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.books import book_of, entered, event
from watchbill.agreement.load import load_agreement
from watchbill.events.base import Event
from watchbill.kernel.clock import parse_day
from watchbill.pay.period import period_pay
from watchbill.pay.replay import replay

FIRST, LAST = parse_day("2024-05-06"), parse_day("2024-06-30")
EMPTY = book_of("hsaa-station", "2024-05-06", "2024-06-30")
NEXT = len(EMPTY.entries) + 1
ON_CALL = (
    "Not priced: 12.07 (The rates for being on call; on-call time is not known as duty of its own)."
)


def extra(tour: str) -> Event:
    return event(extra={"person": "Aitken", "tour": tour})


def test_clauses_that_pay_and_are_not_priced_are_named() -> None:
    assert period_pay(EMPTY, FIRST, LAST).unpriced == (ON_CALL,)


def test_work_beyond_the_schedule_that_no_clause_pays_is_said_to_be_at_the_basic_rate() -> None:
    book = entered(
        EMPTY, "2024-05-06 06:00", extra("2024-05-11 07:00 +8h"), extra("2024-05-12 07:00 +4h")
    )
    told = period_pay(book, FIRST, LAST).unpriced
    assert told == (
        ON_CALL,
        "At the basic rate, since no clause pays it: 12 h of work beyond the schedule"
        f" (entries {NEXT}, {NEXT + 1}).",
    )
    assert period_pay(book, FIRST, LAST, "Keane").unpriced == (ON_CALL,)
    assert period_pay(book, parse_day("2024-05-12"), LAST).unpriced[1].count("4 h of work") == 1


def test_work_that_a_clause_pays_is_not_among_it() -> None:
    told = {"person": "Aitken", "told": "2024-05-06 05:00", "report": "2024-05-11 07:00"}
    call = event(call_in={**told, "worked": "1h"})
    assert period_pay(entered(EMPTY, "2024-05-06 06:00", call), FIRST, LAST).unpriced == (ON_CALL,)


PROPOSALS = {
    "words": "clauses:\n  - {clause: '12.01', heading: Structures of hours, reading: Others.}\n",
    "missing": "changes:\n  - {clause: '12.07', rule: tours-allowed, fields: {at_most: 10h}}\n",
}


@pytest.mark.parametrize("which", PROPOSALS)
def test_a_proposal_that_changes_what_is_not_priced_is_never_no_difference(
    tmp_path: Path, which: str
) -> None:
    file = tmp_path / "proposal.yaml"
    file.write_text(f"proposal: other\non: hsaa-ems\nname: Other\n{PROPOSALS[which]}")
    found = replay(EMPTY.texts, load_agreement(file), EMPTY.now)
    assert found.difference == 0
    assert len(found.unknown) == 1
    assert found.unknown[0].startswith("12.01" if which == "words" else "12.07")
    assert ON_CALL in found.notes
    own = replay(EMPTY.texts, EMPTY.agreement, EMPTY.now)
    assert own.unknown == ()
