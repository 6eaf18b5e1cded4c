"""The demonstration: the services that ship, in the database, with people who may sign in."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction

from watchbill.service.shipped import service_ids
from watchbill.web.members import make_member, new_password
from watchbill.web.models import Role
from watchbill.web.storing import store


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
    services = [store(service_id) for service_id in service_ids()]
    accounts = []
    for role in Role:
        for service in services:
            person = service.people[0].key if role is Role.MEMBER else ""
            make_member(role.value, service.id, role, person)
        accounts.append(Account(role.value, new_password(role.value), role.label))
    return accounts
