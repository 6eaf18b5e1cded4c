"""How accounts come to be: the service's manager makes them; nobody signs up."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class Accounts(DefaultAccountAdapter):  # type: ignore[misc]
    """Signing in without signing up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """What wrong passwords are counted by: name and address together, so that who tries
        somebody's name elsewhere does not lock them out."""
        counted = super()._get_login_attempts_cache_key(request, **credentials)
        return f"{self.get_client_ip(request)}:{counted}"
