"""A kind declares its faces, and is refused with a sentence where they do not hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

import pytest

from watchbill.events.duty import Claim, Duty
from watchbill.records.timeline import Frame, Timeline
from watchbill.rules.base import Breach, ChecksPerson, ChecksRecord, Rule
from watchbill.rules.faces import ORDER, Recorded
from watchbill.rules.pricing import Prices, Rank
from watchbill.rules.registry import UnsoundKindError, held_to_its_faces, kinds

held: Any = held_to_its_faces
"""It takes kinds that say nothing of themselves too, which nobody could make a rule of."""


def price(_: Rule, duty: Duty) -> Iterator[Claim]:
    return iter(())


def check(_: Rule, line: Timeline, frame: Frame) -> Iterator[Breach]:
    return iter(())


def refused(kind: Any) -> str:
    with pytest.raises(UnsoundKindError) as refusal:
        held(kind)
    return str(refusal.value).replace(kind.kind(), "made-up")


def test_every_kind_that_ships_holds_to_its_faces() -> None:
    assert len(kinds()) > 40
    for name, kind in kinds().items():
        assert kind.faces(), name
        assert set(kind.faces()) <= set(ORDER)


def test_every_kind_says_what_it_is_and_one_that_does_not_is_no_rule() -> None:
    assert {name for name, kind in kinds().items() if kind.__abstractmethods__} == set()

    @dataclass(frozen=True, kw_only=True)
    class Silent(Rule, Recorded):
        pass

    with pytest.raises(TypeError, match="says"):
        Silent()  # type: ignore[abstract]


def test_a_pricing_kind_without_a_rank_is_refused() -> None:
    @dataclass(frozen=True, kw_only=True)
    class MadeUp(Rule, Prices):
        price = price

    assert refused(MadeUp) == "the rule kind made-up declares Prices and brings no rank"


def test_a_face_without_its_method_is_refused() -> None:
    @dataclass(frozen=True, kw_only=True)
    class MadeUp(Rule, ChecksPerson, Prices):
        rank: ClassVar[Rank] = Rank.CASE
        price = price

    assert refused(MadeUp) == "the rule kind made-up declares ChecksPerson and brings no check"


def test_a_method_without_its_face_is_refused() -> None:
    @dataclass(frozen=True, kw_only=True)
    class MadeUp(Rule, ChecksPerson):
        check = check
        price = price

    assert refused(MadeUp) == "the rule kind made-up brings price and does not declare Prices"


def test_a_kind_without_a_face_has_to_say_that_it_only_records() -> None:
    @dataclass(frozen=True, kw_only=True)
    class MadeUp(Rule):
        pass

    assert "made-up has no face" in refused(MadeUp)

    @dataclass(frozen=True, kw_only=True)
    class OnlyRecords(Rule, Recorded):
        pass

    assert held(OnlyRecords).faces() == ("recorded",)


def test_what_is_recorded_has_no_other_face() -> None:
    @dataclass(frozen=True, kw_only=True)
    class MadeUp(Rule, ChecksPerson, Recorded):
        check = check

    assert "declares Recorded, and ChecksPerson too" in refused(MadeUp)


def test_every_fault_is_told_at_once() -> None:
    @dataclass(frozen=True, kw_only=True)
    class MadeUp(Rule, ChecksRecord, Prices):
        check = check

    assert refused(MadeUp).count("; ") == 3


def test_a_field_that_is_called_as_a_part_is_no_part() -> None:
    @dataclass(frozen=True, kw_only=True)
    class MadeUp(Rule, Recorded):
        order: int = 0

    assert held(MadeUp) is MadeUp


def test_a_part_may_come_from_another_kind() -> None:
    @dataclass(frozen=True, kw_only=True)
    class Whole(Rule, ChecksPerson):
        check = check

    @dataclass(frozen=True, kw_only=True)
    class Narrower(Whole):
        pass

    assert held(Narrower).faces() == ("check",)
