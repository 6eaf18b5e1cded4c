"""The colour of a tour on pages: its kind's, or a second one for further tours of a kind."""

from __future__ import annotations

from watchbill.records.tours import Tour, TourType
from watchbill.service.model import Service

SECOND = "second"


def colour(service: Service, tour: Tour | TourType) -> str:
    """The name of the tour's colour.

    The service's first tour of a kind has the kind's own, and so has a tour of none of the
    service's letters.
    """
    alike = [one.code for one in service.tours.values() if one.kind is tour.kind]
    return SECOND if tour.code in alike[1:] else tour.kind.value
