"""The stations of a service file: whose posts they are, and who is lent to them."""

from __future__ import annotations

from collections.abc import Collection

from watchbill.kernel.clock import Day, day_text
from watchbill.kernel.problems import Problem
from watchbill.kernel.yamltree import Tree
from watchbill.records.demand_lines import DemandLine
from watchbill.records.loans import Loan
from watchbill.service.file import PostPart, ServicePart
from watchbill.service.unknown import unknown


def closed_stations(tree: Tree, part: ServicePart) -> list[Problem]:
    """Posts at stations that the service does not have."""
    return [
        unknown(tree, ("posts", post_id, "station"), "station", post.station, part.stations)
        for post_id, post in part.posts.items()
        if post.station is not None and post.station not in part.stations
    ]


def read_loans(
    tree: Tree, part: ServicePart, keys: Collection[str] | None
) -> tuple[tuple[Loan, ...], list[Problem]]:
    """Who is lent where and when; people by ``keys``, where it is known who there is."""
    problems = []
    for index, one in enumerate(part.lent):
        if keys is not None and one.person not in keys:
            place = ("lent", index, "person")
            problems.append(unknown(tree, place, "person", one.person, sorted(keys)))
        if one.station not in part.stations:
            place = ("lent", index, "station")
            problems.append(unknown(tree, place, "station", one.station, part.stations))
        if one.ends < one.begins:
            problems.append(_backwards(tree, index, one.begins, one.ends))
    return tuple(Loan(one.person, one.station, one.begins, one.ends) for one in part.lent), problems


def _backwards(tree: Tree, index: int, begins: Day, ends: Day) -> Problem:
    found = f"{day_text(begins)} to {day_text(ends)}"
    return tree.problem(("lent", index, "ends"), "the loan ends before it begins", found=found)


def backward_needs(tree: Tree, part: ServicePart) -> list[Problem]:
    """Needs of given dates that end before they begin."""
    return [
        tree.problem(
            ("posts", post_id, "on_dates", index, "ends"),
            "the dates end before they begin",
            found=f"{day_text(one.begins)} to {day_text(one.ends)}",
        )
        for post_id, post in part.posts.items()
        for index, one in enumerate(post.on_dates)
        if one.ends < one.begins
    ]


def by_date(post: PostPart) -> tuple[tuple[Day, Day, tuple[DemandLine, ...]], ...]:
    """The post's needs of given dates."""
    return tuple((one.begins, one.ends, tuple(one.demand)) for one in post.on_dates)
