"""How accounts come to be: the service's manager makes them; nobody signs up."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class Accounts(DefaultAccountAdapter):  # type: ignore[misc]
    """Signing in without signing up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
