"""Who may sign in to which service, and as what."""

from __future__ import annotations

from watchbill.contract.fields import Moment
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


@record
class MemberRecord:
    """Somebody who may sign in to a service."""

    user: str
    """The name that they sign in with."""
    role: str
    """What they are in the service."""
    person: str | None
    """Whom of the roster they are; none for somebody who is nobody of it."""
    signed_in: Moment | None
    """When they last signed in; none where they never did."""


@record
class MembersRecord:
    """Everybody who may sign in to a service."""

    version: Version = VERSION
    service: str
    """The service's name in addresses."""
    members: tuple[MemberRecord, ...]
    """In the order of names."""


PUBLISHED = {"members": MembersRecord, "services": MembershipsRecord}
