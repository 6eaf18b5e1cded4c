"""From what the database keeps to what the core makes of it.

The same texts and dates always make the same roster, so it is kept in memory by them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property, lru_cache

from watchbill.agreement.clock_change import clock_change
from watchbill.audit.audit import Audit, audit
from watchbill.export.clause_view import AgreementView, view_agreement
from watchbill.kernel.clock import Instant, from_date
from watchbill.pay.cost import Cost, cost
from watchbill.roster.build import build_roster
from watchbill.roster.coverage import Cover, coverage
from watchbill.roster.model import Roster
from watchbill.service.load import build_service
from watchbill.service.model import Service
from watchbill.service.sources import Sources
from watchbill.web import models


@dataclass(frozen=True)
class Built:
    """A schedule with everything that pages show of it."""

    service: Service
    roster: Roster
    audit: Audit
    covers: tuple[Cover, ...]
    cost: Cost

    @cached_property
    def agreement(self) -> AgreementView:
        """The agreement's page: clauses with remarks and worked examples."""
        return view_agreement(self.service.agreement)


def built(schedule: models.Schedule) -> Built:
    """The schedule, built. Raises BadInput where the stored texts cannot be read."""
    service = schedule.service
    texts = tuple(sorted(service.files.values_list("name", "text")))
    return _built(
        service.file_name, service.text, texts, schedule.first, schedule.weeks, schedule.posted
    )


@lru_cache(maxsize=32)
def _built(
    name: str,
    text: str,
    named_texts: tuple[tuple[str, str], ...],
    first: date,
    weeks: int,
    posted: datetime | None,
) -> Built:
    service = build_service(Sources(name, text, dict(named_texts)))
    zone = service.agreement.zone
    posted_at = None
    if posted is not None:
        posted_at = zone.wall(Instant(int(posted.timestamp()) // 60))
    roster = build_roster(service, from_date(first), weeks, posted_at)
    return Built(
        service,
        roster,
        audit(service.agreement, roster),
        tuple(coverage(roster)),
        cost(roster, clock_change(service.agreement.settings)),
    )
