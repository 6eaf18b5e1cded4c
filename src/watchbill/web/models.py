"""What the database keeps: services with their ledgers, what stands beside them, who may see it.

What a service is and its schedule are what the core makes of the ledger.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models

from watchbill.agreement.file import SLUG_LETTERS
from watchbill.kernel.fields import NAME_LETTERS


class Service(models.Model):
    """A service, known by its slug in addresses."""

    slug = models.SlugField(unique=True, max_length=SLUG_LETTERS)
    name = models.CharField(max_length=NAME_LETTERS)

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class LedgerRow(models.Model):
    """A row of a service's ledger: its text and the digest that seals it.

    The database refuses to change or delete one (see the migration that makes the table).
    """

    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="ledger")
    number = models.PositiveIntegerField()
    text = models.TextField()
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=("service", "number"), name="one_row_a_number"),
        )

    def __str__(self) -> str:
        return f"{self.service}, entry {self.number}"


class Beside(models.Model):
    """What stands beside a service's ledger and may be erased, under the digest that an entry
    carries; ``text`` is null where it was erased."""

    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="beside")
    digest = models.CharField(max_length=64)
    text = models.TextField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("service", "digest"), name="one_text_a_digest"),
        )

    def __str__(self) -> str:
        return f"{self.service}, beside: {self.digest[:8]}"


class Role(models.TextChoices):
    """What somebody is to a service."""

    MANAGER = "manager", "manager"
    SUPERVISOR = "supervisor", "supervisor"
    STEWARD = "steward", "union steward"
    PAYROLL = "payroll", "payroll clerk"
    MEMBER = "member", "member"


SEE_COST = frozenset({Role.MANAGER, Role.STEWARD, Role.PAYROLL})
"""Roles that see everybody's hours and cost: both sides of the table, and payroll."""


class Membership(models.Model):
    """A user's role in a service, and the name they have in its roster, if any."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=20, choices=Role.choices)
    person = models.CharField(max_length=NAME_LETTERS, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("user", "service"), name="one_role_a_service"),
        )

    def __str__(self) -> str:
        return f"{self.user}, {self.role} of {self.service}"

    @property
    def sees_leave(self) -> bool:
        """Whether the role sees what kind of leave others are on."""
        return self.role != Role.MEMBER

    @property
    def sees_cost(self) -> bool:
        """Whether the role sees everybody's hours and cost."""
        return self.role in SEE_COST


class WrongPassword(models.Model):
    """A wrong password: from which address, for which name (its digest), and when.

    Kept as long as it counts: see :mod:`watchbill.web.guessing`.
    """

    address = models.CharField(max_length=45)
    name = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=("address", "at"), name="wrong_by_address"),)

    def __str__(self) -> str:
        return f"{self.address}, {self.at}"
