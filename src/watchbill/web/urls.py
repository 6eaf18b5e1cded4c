"""Addresses."""

from __future__ import annotations

from allauth.account import views as account
from django.urls import URLPattern, include, path

from watchbill.web.api import api_urls
from watchbill.web.pages import pages

handler400 = "watchbill.web.views.refusals.not_understood"
handler500 = "watchbill.web.views.refusals.failed"

ACCOUNTS = [
    path("login/", account.login, name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("password/", account.password_change, name="account_change_password"),
    path("2fa/", include("allauth.mfa.urls")),
]
"""Of allauth's pages those that are of use without letters by electronic mail: a forgotten
password is the manager's to replace."""


def _addresses(*, of_service: bool) -> list[URLPattern]:
    return [
        path(page.address, page.view, name=page.name)
        for page in pages()
        if page.of_service == of_service
    ]


# The API answers every address below its own; a service's name is any first word that is left.
urlpatterns = [
    path("accounts/", include(ACCOUNTS)),
    *_addresses(of_service=False),
    path("api/", api_urls()),
    *_addresses(of_service=True),
]
