"""The benchmark's batches through Dask, with one worker killed on the way."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from watchbill.bench.pay_batch import BatchPay, pay_batch


@dataclass(frozen=True, slots=True)
class Spread:
    """The same batches through Dask: the money, seconds by the clock, workers killed."""

    amount: Decimal
    seconds: float
    killed: int


def spread_pay(shares: Sequence[int], days: int, workers: int) -> Spread:
    """Prices every batch on Dask workers; kills one once the first batch is done.

    What the dead worker had, finished or not, is worked out again by the others.
    """
    from distributed import Client, LocalCluster, as_completed

    began = time.perf_counter()
    with (
        LocalCluster(  # type: ignore[no-untyped-call]
            n_workers=workers, threads_per_worker=1, dashboard_address=None, silence_logs=50
        ) as cluster,
        Client(cluster) as client,  # type: ignore[no-untyped-call]
    ):
        futures = client.map(pay_batch, range(len(shares)), shares, [days] * len(shares))
        next(iter(as_completed(futures)))  # type: ignore[no-untyped-call]
        victim = next(iter(client.run(os.getpid).values()))
        os.kill(victim, signal.SIGKILL)
        done: list[BatchPay] = client.gather(futures)
    amount = sum((one.amount for one in done), Decimal(0))
    return Spread(amount, time.perf_counter() - began, killed=1)
