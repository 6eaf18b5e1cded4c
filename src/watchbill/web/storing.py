"""Into the database: a service from its file."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from django.db import transaction

from watchbill.kernel.clock import to_date
from watchbill.kernel.problems import BadInput, Problem
from watchbill.service.load import build_service
from watchbill.service.model import Service
from watchbill.service.sources import Sources, gather
from watchbill.web import models
from watchbill.web.ledgers import book_of
from watchbill.web.pages import taken


@transaction.atomic
def store(place: str) -> Service:
    """Stores the service of a file, or one that ships, with the texts that it names.

    Its ledger stays as it is. Raises :class:`BadInput` where the file cannot be read, where its
    id can be no address, and where the ledger can no longer have happened on what it says.
    """
    sources = gather(place)
    service = build_service(sources)
    _refuse_address(sources, service)
    stored, _ = models.Service.objects.update_or_create(
        slug=service.id,
        defaults={"name": service.name, "file_name": sources.name, "text": sources.text},
    )
    stored.files.all().delete()
    models.SourceFile.objects.bulk_create(
        models.SourceFile(service=stored, name=name, text=text)
        for name, text in sources.named_texts.items()
    )
    zone = service.agreement.zone
    posted = None if service.posted is None else zone.aware(zone.instant(service.posted))
    models.Schedule.objects.update_or_create(
        service=stored,
        first=to_date(service.starts),
        defaults={"weeks": service.weeks, "posted": posted},
    )
    book_of(stored).schedule()
    return service


def _refuse_address(sources: Sources, service: Service) -> None:
    try:
        validate_slug(service.id)
        good = service.id not in taken()
    except ValidationError:
        good = False
    if not good:
        allowed = f"letters, digits and hyphens, and none of {', '.join(sorted(taken()))}"
        message = "this can be no address of pages"
        raise BadInput([Problem(sources.name, None, "service", message, service.id, allowed)])
