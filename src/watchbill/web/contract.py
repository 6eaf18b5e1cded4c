"""Who may sign in, as records of the contract."""

from __future__ import annotations

from collections.abc import Iterable

from watchbill.contract.service import (
    MemberRecord,
    MembershipRecord,
    MembershipsRecord,
    MembersRecord,
)
from watchbill.web.members import MemberLine
from watchbill.web.models import Membership


def members_record(service: str, members: Iterable[MemberLine]) -> MembersRecord:
    """The members of the service of that slug, in the order given."""
    return MembersRecord(
        service=service,
        members=tuple(
            MemberRecord(
                user=one.name,
                role=one.role.value,
                person=one.person or None,
                signed_in=one.seen and one.seen.replace(second=0, microsecond=0),
            )
            for one in members
        ),
    )


def memberships_record(memberships: Iterable[Membership]) -> MembershipsRecord:
    """The services that somebody is a member of, in the order given."""
    return MembershipsRecord(
        services=tuple(
            MembershipRecord(slug=one.service.slug, name=one.service.name, role=one.role)
            for one in memberships
        )
    )
