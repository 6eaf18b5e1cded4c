"""From claims to awards: which claim pays each minute.

``greatest``: of the claims on a minute the greatest multiple pays, and no minute is paid twice;
so too where nothing is said, and for what ``greater-of-totals`` leaves (:mod:`.totals`).
``add``: the basic rate is paid and every premium adds what it has above it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from watchbill.agreement.model import Clause, Resolution
from watchbill.events.duty import Claim, Premium
from watchbill.rules.pricing import Rank

ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Filed:
    """A claim with its clause (``None`` for the basic rate), its rank and place in the file."""

    claim: Claim
    clause: Clause | None
    rank: Rank
    place: int

    @property
    def strength(self) -> tuple[Decimal, int, int]:
        """What decides between two: multiple, then rank, then the earlier clause."""
        return (self.claim.multiple, self.rank, -self.place)


@dataclass(frozen=True, slots=True)
class Award:
    """A stretch of the pay clock with the claim that pays it, and those that lost."""

    start: int
    end: int
    winner: Filed
    multiple: Decimal
    lost: tuple[Filed, ...] = ()


def resolve(filed: Sequence[Filed], resolution: Resolution | None) -> Iterator[Award]:
    """Awards in the order of time. Hours on top compete with nothing and come with the rest."""
    timed = [one for one in filed if one.claim.minutes is None and one.claim.end > one.claim.start]
    timed.sort(key=lambda one: (one.claim.start, one.claim.end))
    settle = _adding if resolution is Resolution.ADD else _greatest
    for cluster in _clusters(timed):
        if len(cluster) == 1:
            claim = cluster[0].claim
            yield Award(claim.start, claim.end, cluster[0], claim.multiple)
        else:
            yield from settle(cluster)


def premiums(filed: Sequence[Filed]) -> tuple[Premium, ...]:
    """What the claims pay above the basic rate, no minute twice, in the order of time."""
    return tuple(
        Premium(one.start, one.end, one.multiple)
        for one in resolve(filed, Resolution.GREATEST)
        if one.multiple > ONE
    )


def _clusters(timed: Iterable[Filed]) -> Iterator[list[Filed]]:
    """Claims that overlap, directly or through others."""
    cluster: list[Filed] = []
    end = 0
    for one in timed:
        if cluster and one.claim.start >= end:
            yield cluster
            cluster = []
        end = max(end, one.claim.end) if cluster else one.claim.end
        cluster.append(one)
    if cluster:
        yield cluster


def _segments(cluster: list[Filed]) -> Iterator[tuple[int, int, list[Filed]]]:
    edges = sorted({edge for one in cluster for edge in (one.claim.start, one.claim.end)})
    for start, end in pairwise(edges):
        here = [one for one in cluster if one.claim.start <= start and end <= one.claim.end]
        if here:
            yield start, end, here


def _greatest(cluster: list[Filed]) -> Iterator[Award]:
    merged: Award | None = None
    for start, end, here in _segments(cluster):
        winner = max(here, key=lambda one: one.strength)
        lost = tuple(one for one in here if one is not winner)
        if merged is not None and merged.winner is winner and merged.end == start:
            both = dict.fromkeys(map(id, merged.lost)) | dict.fromkeys(map(id, lost))
            everyone = {id(one): one for one in (*merged.lost, *lost)}
            merged = Award(
                merged.start, end, winner, merged.multiple, tuple(everyone[key] for key in both)
            )
            continue
        if merged is not None:
            yield merged
        merged = Award(start, end, winner, winner.claim.multiple, lost)
    if merged is not None:
        yield merged


def _adding(cluster: list[Filed]) -> Iterator[Award]:
    """Where somebody claims the basic rate, premiums pay what they have above it."""
    for start, end, here in _segments(cluster):
        basic = [one for one in here if one.rank is Rank.BASIC]
        if basic:
            yield Award(start, end, basic[0], basic[0].claim.multiple)
        premiums = [one for one in here if one.rank is not Rank.BASIC]
        if not basic and premiums:
            first = max(premiums, key=lambda one: one.strength)
            yield Award(start, end, first, first.claim.multiple)
            premiums = [one for one in premiums if one is not first]
        for one in premiums:
            if one.claim.multiple > ONE:
                yield Award(start, end, one, one.claim.multiple - ONE)
