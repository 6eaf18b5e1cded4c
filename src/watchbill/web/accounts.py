"""How accounts come to be: the service's manager makes them; nobody signs up."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest

from watchbill.web.guessing import is_guessing, note_wrong


class Accounts(DefaultAccountAdapter):  # type: ignore[misc]
    """Signing in without signing up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Refuses to try a password where too many were wrong. Raises ValidationError."""
        if is_guessing(self.get_client_ip(request), credentials.get("username", "")):
            raise self.validation_error("too_many_login_attempts")

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Counts a wrong password."""
        note_wrong(self.get_client_ip(request), credentials.get("username", ""))
