"""Who asks, and in which role."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ActingRole(StrEnum):
    """What somebody is to a service."""

    MEMBER = "member"
    SUPERVISOR = "supervisor"
    MANAGER = "manager"
    STEWARD = "steward"
    PAYROLL = "payroll"
    READER = "reader"
    ADMINISTRATOR = "administrator"


DESK = frozenset({ActingRole.SUPERVISOR, ActingRole.MANAGER})
"""Roles that act for the employer every day."""
ALL = frozenset(ActingRole)
"""Whoever holds the ledger's file can do everything to it."""


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody who asks: what they are called in entries, their roles, and the key of the person
    that they are in the service, where they are one."""

    name: str
    roles: frozenset[ActingRole] = frozenset()
    person: str | None = None
