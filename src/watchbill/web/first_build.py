"""Services that the first build kept as texts and schedules beside their ledgers, taken over.

The migration that does away with those tables calls it once, with the models as they were.
"""

from __future__ import annotations

import logging
from typing import Any

from watchbill.events.base import Span
from watchbill.kernel.clock import Day, Instant, from_date, this_minute
from watchbill.ledger.chain import Row, seal_all
from watchbill.ledger.take_over import OldPosting, TakenOver, take_over
from watchbill.service.load import build_service
from watchbill.service.sources import Sources

LOG = logging.getLogger("watchbill")


def take_over_all(services: Any, rows: Any) -> None:
    """Puts a ledger of today's in the place of every ledger that rests on texts beside it.

    ``services`` and ``rows`` are the models of services and of ledger rows as they were. Whoever
    has no text has a ledger of today's already. Raises :class:`BadInput`, and changes nothing,
    where a service's texts cannot be read or its ledger is broken.
    """
    taken = [(one, _taken(one)) for one in services.objects.exclude(text="").order_by("slug")]
    for service, new in taken:
        service.ledger.all().delete()
        sealed = seal_all(new.book.entries)
        rows.objects.bulk_create(
            [
                rows(service=service, number=row.number, text=row.text, digest=row.digest)
                for row in sealed
            ],
            batch_size=2000,
        )
        for number, why in new.noted:
            LOG.warning("%s: entry %d is kept as words: %s", service.slug, number, why)


def _taken(service: Any) -> TakenOver:
    texts = dict(service.files.values_list("name", "text"))
    loaded = build_service(Sources(service.file_name, service.text, texts))
    kept = service.ledger.order_by("number").values_list("number", "text", "digest")
    laid = [_old_posting(one) for one in service.schedules.order_by("first")]
    return take_over([Row(*values) for values in kept], loaded, service.slug, this_minute(), laid)


def _old_posting(schedule: Any) -> OldPosting:
    first = from_date(schedule.first)
    at = None if schedule.posted is None else Instant(int(schedule.posted.timestamp()) // 60)
    return OldPosting(Span(first, Day(first + 7 * schedule.weeks - 1)), at)
