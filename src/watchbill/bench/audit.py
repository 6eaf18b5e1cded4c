"""The benchmark of the audit: so many people, so many days, under one agreement.

People are copies of those of the station that ships. Rosters are built and judged in as many
processes as there are cores; each process reports its own time and its peak memory.
"""

from __future__ import annotations

import resource
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

from watchbill.audit.audit import audit
from watchbill.bench.plain_audit import plain_findings
from watchbill.bench.station import station, station_roster

SAMPLE = 40
"""People whom the plain peer judges, to be compared person by person."""


@dataclass(frozen=True, slots=True)
class AuditBench:
    """What a run came to. Seconds by the clock; ``worker_seconds`` are added up over processes.

    ``plain_ms`` and ``own_ms`` are milliseconds a person-year of the plain peer and of the audit,
    on the same sample in one process.
    """

    people: int
    days: int
    cores: int
    seconds: float
    build_seconds: float
    audit_seconds: float
    findings: int
    peak_megabytes: int
    own_ms: float
    plain_ms: float

    @property
    def ms_a_person_year(self) -> float:
        """Milliseconds of one core for a person-year, judging alone."""
        return self.audit_seconds * 1000 / self.people * 365 / self.days

    @property
    def ratio(self) -> float:
        """How many times faster than the plain peer."""
        return self.plain_ms / self.own_ms


def bench_audit(people: int, days: int, cores: int) -> AuditBench:
    """Builds and judges the roster of ``people`` over ``days``, and times it."""
    shares = [people // cores + (index < people % cores) for index in range(cores)]
    shares = [share for share in shares if share]
    began = time.perf_counter()
    with ProcessPoolExecutor(len(shares), mp_context=get_context("spawn")) as pool:
        results = list(pool.map(_share, shares, [days] * len(shares)))
    seconds = time.perf_counter() - began
    own, plain = _beside_plain(days)
    return AuditBench(
        people,
        days,
        cores,
        seconds,
        sum(one[0] for one in results),
        sum(one[1] for one in results),
        sum(one[2] for one in results),
        max(one[3] for one in results),
        own,
        plain,
    )


def _share(people: int, days: int) -> tuple[float, float, int, int]:
    """One process's share: seconds to build and to judge, findings, peak memory in megabytes."""
    service = station(people)
    began = time.perf_counter()
    roster = station_roster(service, days)
    built = time.perf_counter()
    for line in roster.lines:
        assert line.timeline is not None
    laid_out = time.perf_counter()
    findings = len(audit(service.agreement, roster).findings)
    judged = time.perf_counter()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return laid_out - began, judged - laid_out, findings, peak if built else 0


def _beside_plain(days: int) -> tuple[float, float]:
    """Milliseconds a person-year of the audit and of the plain peer, which must agree."""
    service = station(SAMPLE)
    roster = station_roster(service, days)
    for line in roster.lines:
        assert line.timeline is not None
    began = time.perf_counter()
    found = {
        (one.clause.number, one.person.name)
        for one in audit(service.agreement, roster).findings
        if one.person is not None
    }
    own = time.perf_counter() - began
    began = time.perf_counter()
    plain = plain_findings(service.agreement, roster)
    other = time.perf_counter() - began
    if found != plain:
        raise AssertionError(f"the audit and its plain peer differ: {found ^ plain}")
    scale = 1000 / SAMPLE * 365 / days
    return own * scale, other * scale
