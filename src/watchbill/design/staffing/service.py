"""The groups of posts of a service, as staffing reckons with them."""

from __future__ import annotations

from fractions import Fraction

from watchbill.design.staffing.contracted import Contracted, contracted
from watchbill.design.staffing.staffing import Group
from watchbill.kernel.problems import BadInput, Problem
from watchbill.records.demand import Post, together
from watchbill.records.people import Scope
from watchbill.service.model import Service


def groups_of(service: Service, annual_hours: Fraction | None = None) -> tuple[Group, ...]:
    """The service's posts, those together that the same people may fill.

    ``annual_hours`` are one person's contracted hours where they are not to be read from the
    agreement. Raises :class:`BadInput` where nothing says them, or the service has no posts.
    """
    if not service.posts:
        message = "the service has no posts, and so no demand to staff"
        raise BadInput([Problem(service.file, None, "posts", message)])
    by_filler: dict[tuple[Scope, str | None], list[Post]] = {}
    for post in service.posts:
        by_filler.setdefault((post.open_to, post.qualification), []).append(post)
    own = tuple(service.tours.values())
    return tuple(
        Group(
            tuple(post.id for post in posts),
            together(post.demand for post in posts),
            _contracted(service, posts[0], annual_hours),
            own,
        )
        for posts in by_filler.values()
    )


def _contracted(service: Service, post: Post, annual_hours: Fraction | None) -> Contracted:
    if annual_hours is not None:
        return Contracted(annual_hours, None, "as given")
    fillers = [person for person in service.people if post.takes(person)]
    return contracted(service.agreement, fillers)
