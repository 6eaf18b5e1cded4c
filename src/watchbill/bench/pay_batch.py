"""A batch of the benchmark of pay: simulated, audited and priced, from its number alone."""

from __future__ import annotations

import gc
import resource
import time
from dataclasses import dataclass
from decimal import Decimal

from watchbill.audit.audit import audit
from watchbill.bench.station import station, station_roster
from watchbill.events.schedule import Schedule
from watchbill.ledger.duties import duty
from watchbill.ledger.entry import as_of
from watchbill.ledger.from_roster import schedule_of
from watchbill.ledger.rosters import roster_of
from watchbill.ledger.simulate import simulate
from watchbill.pay.lines import total
from watchbill.pay.price import Pricer
from watchbill.service.model import Service

BATCH = 100
"""People a batch: few enough that memory does not grow with the people."""


@dataclass(frozen=True, slots=True)
class BatchPay:
    """A batch: money, lines, findings and entries; CPU seconds of each step; peak memory."""

    amount: Decimal
    lines: int
    findings: int
    entries: int
    facts_seconds: float
    audit_seconds: float
    price_seconds: float
    peak_megabytes: int


def pay_batch(number: int, people: int, days: int) -> BatchPay:
    """One batch, from its number alone: any process comes to the same."""
    service = station(people, number * BATCH)
    began = time.process_time()
    schedule, entries = facts(service, number, days)
    stood = time.process_time()
    findings = len(audit(service.agreement, roster_of(schedule)).findings)
    audited = time.process_time()
    amount, lines = priced_amount(service, schedule)
    priced = time.process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    # Facts of one batch after another are long-lived until the batch ends: let go of them now.
    del schedule
    gc.collect()
    return BatchPay(
        amount, lines, findings, entries, stood - began, audited - stood, priced - audited, peak
    )


def facts(service: Service, seed: int, days: int) -> tuple[Schedule, int]:
    """The schedule after a year of events from that seed, and how many entries it has."""
    roster = station_roster(service, days)
    entries = simulate(roster, seed)
    return schedule_of(service.agreement, roster).apply_all(as_of(entries)), len(entries)


def priced_amount(service: Service, schedule: Schedule) -> tuple[Decimal, int]:
    """All that is paid, and in how many lines."""
    pricer = Pricer(service.agreement)
    amount, count = Decimal(0), 0
    for person in schedule.people.values():
        lines = pricer.price(duty(service.agreement, schedule, person))
        amount += total(lines)
        count += len(lines)
    return amount, count
