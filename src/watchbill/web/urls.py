"""Addresses."""

from __future__ import annotations

from allauth.account import views as account
from django.urls import include, path, register_converter

from watchbill.web.api import api_urls
from watchbill.web.converters import NameConverter
from watchbill.web.views.agreement import agreement, agreements, rule_kinds, shipped_agreement
from watchbill.web.views.board import board
from watchbill.web.views.calendar import calendar, subscription
from watchbill.web.views.coverage import coverage
from watchbill.web.views.day import day
from watchbill.web.views.findings import finding, findings
from watchbill.web.views.hours import hours
from watchbill.web.views.person import person
from watchbill.web.views.programs import programs
from watchbill.web.views.services import services

register_converter(NameConverter, "name")
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

urlpatterns = [
    path("", services, name="services"),
    path("accounts/", include(ACCOUNTS)),
    path("api/docs", programs, name="programs"),
    path("api/", api_urls()),
    path("calendars/<str:key>.ics", subscription, name="subscription"),
    path("agreements/", agreements, name="agreements"),
    path("agreements/<slug:agreement_id>/", shipped_agreement, name="shipped_agreement"),
    path("rule-kinds/", rule_kinds, name="rule_kinds"),
    path("<slug:slug>/", board, name="board"),
    path("<slug:slug>/days/<str:date>/", day, name="day"),
    path("<slug:slug>/findings/", findings, name="findings"),
    path("<slug:slug>/findings/<str:key>/", finding, name="finding"),
    path("<slug:slug>/coverage/<name:post_id>/<str:date>/", coverage, name="coverage"),
    path("<slug:slug>/agreement/", agreement, name="agreement"),
    path("<slug:slug>/hours/", hours, name="hours"),
    path("<slug:slug>/people/<name:name>/", person, name="person"),
    path("<slug:slug>/people/<name:name>/tours.ics", calendar, name="calendar"),
]
