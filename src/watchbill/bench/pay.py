"""The benchmark of pay: so many people, so many days, simulated, audited and priced.

People are copies of those of the station that ships, in batches; each batch has a year of events
of its own, from its number. The same batches are worked through by processes of this machine and
by Dask workers of which one is killed on the way: both must come to the same cent.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from decimal import Decimal
from multiprocessing import get_context

from watchbill.bench.pay_batch import BATCH, BatchPay, facts, pay_batch, priced_amount
from watchbill.bench.pay_dask import Spread, spread_pay
from watchbill.bench.plain_pay import plain_total
from watchbill.bench.station import station

SAMPLE = 20
"""People whom the plain peer prices, minute by minute."""


@dataclass(frozen=True, slots=True)
class PayBench:
    """What a run came to; ``seconds`` by the clock, the rest of one core's.

    ``own_ms`` and ``plain_ms`` are milliseconds a person-year of the pricing and of its plain
    peer, on the same sample. ``spread`` is what Dask came to, where it was asked.
    """

    people: int
    days: int
    cores: int
    seconds: float
    batches: tuple[BatchPay, ...]
    own_ms: float
    plain_ms: float
    spread: Spread | None = None

    @property
    def amount(self) -> Decimal:
        """All that is paid."""
        return sum((one.amount for one in self.batches), Decimal(0))

    @property
    def peak_megabytes(self) -> int:
        """Of the process that took the most."""
        return max(one.peak_megabytes for one in self.batches)

    def ms_a_person_year(self, seconds: float) -> float:
        """Milliseconds of one core for a person-year."""
        return seconds * 1000 / self.people * 365 / self.days


def bench_pay(people: int, days: int, cores: int, *, with_dask: bool) -> PayBench:
    """Simulates, audits and prices ``people`` over ``days``, and times it."""
    shares = batches(people)
    began = time.perf_counter()
    with ProcessPoolExecutor(cores, mp_context=get_context("spawn")) as pool:
        done = tuple(pool.map(pay_batch, range(len(shares)), shares, [days] * len(shares)))
    seconds = time.perf_counter() - began
    own, plain = _beside_plain(days)
    spread = spread_pay(shares, days, cores) if with_dask else None
    return PayBench(people, days, cores, seconds, done, own, plain, spread)


def batches(people: int) -> list[int]:
    """So many people in each batch."""
    whole, rest = divmod(people, BATCH)
    return [BATCH] * whole + ([rest] if rest else [])


def _beside_plain(days: int) -> tuple[float, float]:
    """Milliseconds a person-year of the pricing and of its plain peer, which must agree."""
    service = station(SAMPLE, 0)
    schedule, _ = facts(service, 0, days)
    began = time.process_time()
    amount, _ = priced_amount(service, schedule)
    own = time.process_time() - began
    began = time.process_time()
    plain = plain_total(service.agreement, schedule)
    other = time.process_time() - began
    if amount != plain:
        raise AssertionError(f"pricing comes to {amount}, its plain peer to {plain}")
    scale = 1000 / SAMPLE * 365 / days
    return own * scale, other * scale


def summed(batches: Sequence[BatchPay], name: str) -> float:
    """One figure over all batches."""
    return sum(float(getattr(one, name)) for one in batches)
