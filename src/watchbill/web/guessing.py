"""Guessing passwords is stopped where it comes from: wrong ones are counted by address and name.

A right password writes nothing and waits for nobody, however many sign in at the same time; a
wrong one is a row, seen by every process and machine that serves.
"""

from __future__ import annotations

import hashlib
from datetime import timedelta

from django.utils import timezone

from watchbill.web.models import WrongPassword

COUNTED = timedelta(minutes=5)
MOST_OF_NAME = 5
"""Wrong passwords for one name from one address, as long as they count."""
MOST_OF_ADDRESS = 50
"""Wrong passwords from one address: those under one roof often share it."""


def is_guessing(address: str, name: str) -> bool:
    """Whether so many were wrong from there of late that nothing more is tried."""
    recent = WrongPassword.objects.filter(address=address, at__gt=timezone.now() - COUNTED)
    names = list(recent.values_list("name", flat=True)[:MOST_OF_ADDRESS])
    return len(names) >= MOST_OF_ADDRESS or names.count(_digest(name)) >= MOST_OF_NAME


def note_wrong(address: str, name: str) -> None:
    """Counts a wrong password, and forgets those that no longer count."""
    now = timezone.now()
    WrongPassword.objects.filter(at__lte=now - COUNTED).delete()
    WrongPassword.objects.create(address=address, name=_digest(name), at=now)


def _digest(name: str) -> str:
    """Of the name: what is typed in its place may be a password."""
    return hashlib.sha256(name.casefold().encode(errors="replace")).hexdigest()
