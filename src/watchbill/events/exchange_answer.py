"""An answer to an exchange that was asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from watchbill.events.base import Event
from watchbill.events.draft import Draft, Refused, why_not_held
from watchbill.events.duty import Known
from watchbill.events.exchange import Exchange
from watchbill.events.held import Held, Move, parted
from watchbill.kernel.clock import Wall, wall_text
from watchbill.kernel.fields import Text, WallField


@dataclass(frozen=True, kw_only=True)
class ExchangeAnswer(Event):
    """The exchange that entry number ``exchange`` asked for is approved, refused or undone; or
    one of the two (``by``), who had not asked in writing, agreed to it so."""

    names_in: ClassVar[tuple[str, ...]] = ("by",)
    told_in: ClassVar[tuple[str, ...]] = ("at",)

    exchange: Annotated[int, Field(ge=1)]
    answer: Literal["agreed", "approved", "refused", "undone"]
    at: WallField
    by: Text | None = None

    @property
    def rests_on(self) -> int:
        return self.exchange

    def effect(self, schedule: Draft, number: int) -> None:
        asked = schedule.of("asked").get(self.exchange)
        if not isinstance(asked, Exchange):
            raise Refused(f"entry {self.exchange} asks for no exchange")
        self._refuse(schedule, asked)
        if self.answer == "approved":
            _carry_out(schedule, asked, self.exchange, number)
        elif self.answer == "undone":
            _undo(schedule, self.exchange)
        answers = schedule.of("answers").get(self.exchange, ())
        schedule.put("answers", self.exchange, (*answers, Known(number, self)))

    def _refuse(self, schedule: Draft, asked: Exchange) -> None:
        before = verdict(schedule.of("answers").get(self.exchange, ()))
        if self.answer == "agreed":
            self._refuse_agreed(schedule, asked)
        if self.answer == "undone":
            if before is None or before.answer != "approved":
                raise Refused(f"the exchange of entry {self.exchange} does not stand")
            chain = resting_on(schedule.of("moved"), self.exchange)
            if chain:
                raise Refused(
                    f"later exchanges rest on that of entry {self.exchange}: those of entries"
                    f" {', '.join(map(str, chain))}; undo them first, the last one first, or"
                    " unwind the whole chain"
                )
        elif before is not None:
            raise Refused(f"the exchange of entry {self.exchange} was {before.answer} already")

    def _refuse_agreed(self, schedule: Draft, asked: Exchange) -> None:
        who = schedule.name(self.by) if self.by else "nobody"
        if self.by not in asked.between:
            raise Refused(f"{who} is none of the two of the exchange of entry {self.exchange}")
        if self.by in in_writing(asked, schedule.of("answers").get(self.exchange, ())):
            raise Refused(f"{who} has asked, or agreed, in writing already")


def verdict(answers: tuple[Known, ...]) -> ExchangeAnswer | None:
    """The last answer to an exchange; that one of the two agreed is none."""
    given = [
        known.event
        for known in answers
        if isinstance(known.event, ExchangeAnswer) and known.event.answer != "agreed"
    ]
    return given[-1] if given else None


def in_writing(asked: Exchange, answers: tuple[Known, ...]) -> tuple[str, ...]:
    """Who asked for the exchange in writing, or agreed to it so since."""
    agreed = [
        known.event.by
        for known in answers
        if isinstance(known.event, ExchangeAnswer) and known.event.answer == "agreed"
    ]
    return (*asked.written, *(by for by in agreed if by is not None))


def resting_on(moved: Mapping[int, tuple[Move, ...]], number: int) -> list[int]:
    """Exchanges in force that rest on this one, directly or through others, in their order.

    One rests on another where it gave away a tour, or a part of it, that the other brought;
    ``moved`` is what each that stands moved.
    """
    chain: list[int] = []
    for exchange, moves in moved.items():
        brought_by = {move.before.number for move in moves}
        below = [
            one
            for one in (number, *chain)
            if one != exchange and brought_by & {move.moved.number for move in moved.get(one, ())}
        ]
        if below:
            chain.append(exchange)
    return chain


def _carry_out(schedule: Draft, asked: Exchange, exchange: int, number: int) -> None:
    taken = [
        (giver, taker, start, _given(schedule, asked, giver, start))
        for giver, taker, start in asked.moves
    ]
    for giver, _, _, held in taken:
        schedule.release(giver, held.tour.wall_start)
    moves: list[Move] = []
    for giver, taker, start, held in taken:
        passed, kept = parted(held, start, asked.part, schedule.zone.instant)
        if kept is not None:
            schedule.rework(giver, kept)
        moved = replace(passed, number=number)
        schedule.give(taker, moved)
        moves.append(Move(giver, taker, held, moved, kept))
    schedule.put("moved", exchange, tuple(moves))


def _given(schedule: Draft, asked: Exchange, giver: str, start: Wall) -> Held:
    """The tour that is given, whole or in part. Raises :class:`Refused`."""
    held = asked.tour_of(schedule.standing(giver), start)
    if held is None:
        raise Refused(why_not_held(schedule, giver, start))
    tour = held.tour
    if asked.part is not None and start > tour.wall_start and start + asked.part < tour.wall_end:
        raise Refused(
            f"a part from {wall_text(start)} that ends before the tour does leaves two: a part goes"
            " from the start of a tour, or to its end"
        )
    return held


def _undo(schedule: Draft, exchange: int) -> None:
    moves: tuple[Move, ...] = schedule.of("moved")[exchange]
    for move in moves:
        if not _stands(schedule, move):
            start = wall_text(move.moved.tour.wall_start)
            raise Refused(
                f"later entries rest on the exchange of entry {exchange}: the tour of {start}"
                f" is no longer as {schedule.standing(move.taker).person.label} was given it"
            )
    for move in moves:
        schedule.release(move.taker, move.moved.tour.wall_start)
        if move.kept is not None:
            schedule.release(move.giver, move.kept.tour.wall_start)
    for move in moves:
        schedule.give(move.giver, move.before)
    schedule.put("moved", exchange, None)


def _stands(schedule: Draft, move: Move) -> bool:
    """Whether both still hold what the exchange left them."""
    return _holds(schedule, move.taker, move.moved) and (
        move.kept is None or _holds(schedule, move.giver, move.kept)
    )


def _holds(schedule: Draft, key: str, held: Held) -> bool:
    return schedule.standing(key).at(held.tour.wall_start) == held
