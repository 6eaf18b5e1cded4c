"""Into the database: a service from its file, and who may sign in to it as what."""

from __future__ import annotations

import secrets

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from django.db import transaction

from watchbill.kernel.clock import to_date
from watchbill.kernel.problems import BadInput, Problem, nearest
from watchbill.service.load import build_service
from watchbill.service.model import Service
from watchbill.service.sources import Sources, gather
from watchbill.web import models
from watchbill.web.ledgers import book_of, stored_service

TAKEN = frozenset({"accounts", "agreements", "api", "calendars", "rule-kinds", "static"})
"""What no service may be called: addresses of the pages begin with it."""


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


@transaction.atomic
def make_member(name: str, slug: str, role: models.Role, person: str = "") -> bool:
    """Makes the user a member of the service, as ``role`` and as ``person`` of its roster.

    Says whether the user is new, and so has no password yet. Raises :class:`BadInput` where
    the service is not stored, or nobody in it has the name.
    """
    service = stored_service(slug)
    names = [one.name for one in book_of(service).service.people]
    if person and person not in names:
        message = "nobody in the service has this name"
        near = nearest(person, names)
        raise BadInput([Problem("--person", None, "", message, person, ", ".join(names), near)])
    user, is_new = User.objects.get_or_create(username=name)
    models.Membership.objects.update_or_create(
        user=user, service=service, defaults={"role": role, "person": person}
    )
    return is_new


def new_password(name: str) -> str:
    """Gives the user a new password, and returns it: it is kept nowhere else."""
    user = User.objects.get(username=name)
    password = secrets.token_urlsafe(9)
    user.set_password(password)
    user.save()
    return password


def _refuse_address(sources: Sources, service: Service) -> None:
    try:
        validate_slug(service.id)
        good = service.id not in TAKEN
    except ValidationError:
        good = False
    if not good:
        allowed = f"letters, digits and hyphens, and none of {', '.join(sorted(TAKEN))}"
        message = "this can be no address of pages"
        raise BadInput([Problem(sources.name, None, "service", message, service.id, allowed)])
