"""Decisions in sentences, made of the record that was kept and of nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from watchbill.contract.decision import (
    DecisionRecord,
    ExchangeDecisionRecord,
    OfferDecisionRecord,
)
from watchbill.events.base import Name
from watchbill.kernel.clock import wall_text


def reasons(answer: DecisionRecord, person: str, name: Name) -> tuple[str, ...]:
    """What was decided, and the reason for ``person`` (a key), whom it speaks of.

    ``name`` says what people are called.
    """
    if isinstance(answer, OfferDecisionRecord):
        head = f"Vacancy at {answer.asked.post}, {answer.asked.tour}."
        return (head, *place_in(answer, person, name))
    return (*_verdict(answer, name), *_conditions(answer))


def place_in(answer: OfferDecisionRecord, person: str, name: Name) -> Iterator[str]:
    """Why the person stood where they stood, or was left out, or spared."""
    who = name(person)
    placed = tuple(_place(answer, person, name))
    out = [one for one in answer.left_out if one.person == person]
    yield from placed
    for one in out:
        clause = f" Clause {one.clause}." if one.clause else ""
        yield f"{who} was left out: {one.reason}{clause}"
    yield from _ordering_in(answer, person, who)
    if not placed and not out:
        yield f"{who} was not in the service when this was decided."


def _place(answer: OfferDecisionRecord, person: str, name: Name) -> Iterator[str]:
    """The person's place in the order of offer, and everybody before them."""
    if person not in answer.names:
        return
    place = answer.names.index(person)
    rule = f"Clause {answer.clause}" if answer.clause else "Equal chances (assumed)"
    own = answer.order[place]
    yield (
        f"{name(person)} was number {place + 1} of {len(answer.order)} in the order of offer"
        f" ({rule}, step {own.step}): {own.reason}."
    )
    for earlier in answer.order[:place]:
        yield f"Before: {name(earlier.person)} (step {earlier.step}): {earlier.reason}."


def _ordering_in(answer: OfferDecisionRecord, person: str, who: str) -> Iterator[str]:
    """The person's place in the order of ordering in, or why they were spared."""
    if person in answer.ordered:
        place = answer.ordered.index(person)
        yield (
            f"Where all declined, {who} was number {place + 1} of {len(answer.mandatory)} to be"
            f" ordered in: {answer.mandatory[place].reason}."
        )
    for one in answer.spared:
        if one.person == person:
            yield f"{who} was not to be ordered in: {one.reason} Clause {one.clause}."


def _verdict(answer: ExchangeDecisionRecord, name: Name) -> Iterator[str]:
    tours = " for ".join(
        "nothing" if start is None else wall_text(start) for start in answer.asked.gives
    )
    people = " and ".join(map(name, answer.asked.between))
    yield f"Exchange between {people}, {tours}: {answer.verdict}."


def _conditions(answer: ExchangeDecisionRecord) -> Iterator[str]:
    for one in answer.conditions:
        met = "met" if one.met else "not met"
        yield f"{one.clause}, {one.condition}: {met}. {one.evidence}"
