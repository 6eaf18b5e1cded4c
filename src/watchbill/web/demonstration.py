"""The demonstration: the services that ship, in the database, with people who may sign in."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction

from watchbill.kernel.clock import to_date
from watchbill.service.load import build_service
from watchbill.service.model import Service
from watchbill.service.shipped import service_ids
from watchbill.service.sources import gather
from watchbill.web import models
from watchbill.web.models import Role


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who may sign in, and how."""

    name: str
    password: str
    role: str


@transaction.atomic
def build() -> list[Account]:
    """Stores the services that ship and one account a role, with new passwords.

    Done again, it brings services and accounts back to what they were.
    """
    services = [_store(service_id) for service_id in service_ids()]
    accounts = []
    for role in Role:
        password = secrets.token_urlsafe(9)
        user, _ = User.objects.get_or_create(username=role.value)
        user.set_password(password)
        user.save()
        for stored, service in services:
            person = service.people[0].name if role is Role.MEMBER else ""
            models.Membership.objects.update_or_create(
                user=user, service=stored, defaults={"role": role, "person": person}
            )
        accounts.append(Account(user.username, password, role.label))
    return accounts


def _store(service_id: str) -> tuple[models.Service, Service]:
    sources = gather(service_id)
    service = build_service(sources)
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
    return stored, service
