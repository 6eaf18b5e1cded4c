"""The services of somebody who signed in."""

from __future__ import annotations

from watchbill.contract.record import VERSION, Version, record


@record
class MembershipRecord:
    """A service and what one is in it."""

    slug: str
    """The service's name in addresses."""
    name: str
    """The service's name."""
    role: str
    """One's role in it."""


@record
class MembershipsRecord:
    """The services that somebody is a member of."""

    version: Version = VERSION
    services: tuple[MembershipRecord, ...]
    """In the order of names."""


PUBLISHED = {"services": MembershipsRecord}
