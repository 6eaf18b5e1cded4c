"""Addresses."""

from __future__ import annotations

from django.urls import include, path

from watchbill.web.api import api
from watchbill.web.views.agreement import agreement, agreements, rule_kinds, shipped_agreement
from watchbill.web.views.board import board
from watchbill.web.views.calendar import calendar
from watchbill.web.views.coverage import coverage
from watchbill.web.views.findings import finding, findings
from watchbill.web.views.hours import hours
from watchbill.web.views.person import person
from watchbill.web.views.services import services

urlpatterns = [
    path("", services, name="services"),
    path("accounts/", include("allauth.urls")),
    path("api/", api.urls),
    path("agreements/", agreements, name="agreements"),
    path("agreements/<slug:agreement_id>/", shipped_agreement, name="shipped_agreement"),
    path("rule-kinds/", rule_kinds, name="rule_kinds"),
    path("<slug:slug>/", board, name="board"),
    path("<slug:slug>/findings/", findings, name="findings"),
    path("<slug:slug>/findings/<str:key>/", finding, name="finding"),
    path("<slug:slug>/coverage/<str:post_id>/<str:date>/", coverage, name="coverage"),
    path("<slug:slug>/agreement/", agreement, name="agreement"),
    path("<slug:slug>/hours/", hours, name="hours"),
    path("<slug:slug>/people/<str:name>/", person, name="person"),
    path("<slug:slug>/people/<str:name>/tours.ics", calendar, name="calendar"),
]
