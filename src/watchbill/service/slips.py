"""What can be read in a service's file, and cannot have been meant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from watchbill.kernel.clock import Day, day_text
from watchbill.kernel.problems import Problem
from watchbill.kernel.yamltree import Path_, Tree
from watchbill.records.platoons import Platoon
from watchbill.service.file import PersonPart, ServicePart
from watchbill.service.stations import by_date

Placed = tuple[PersonPart, Tree, Path_]
"""A person with the tree and the place in it where they stand."""


def slips(
    tree: Tree, part: ServicePart, people: list[Placed], platoons: Mapping[str, Platoon]
) -> list[Problem]:
    """Seniority that is yet to come, platoons that begin later than their cycle lasts, and lines of
    demand for nobody (but where other dates need some).
    """
    return [*_yet_to_come(part, people), *_late(tree, part, platoons),
            *_idle(tree, part)]  # fmt: skip


def _yet_to_come(part: ServicePart, people: list[Placed]) -> Iterator[Problem]:
    last = Day(part.schedule.begins + 7 * part.schedule.weeks - 1)
    for person, tree, place in people:
        if person.seniority is not None and person.seniority > last:
            message = "the seniority begins after the schedule has ended"
            found, allowed = day_text(person.seniority), f"{day_text(last)} or earlier"
            yield tree.problem((*place, "seniority"), message, found=found, allowed=allowed)


def _late(tree: Tree, part: ServicePart, platoons: Mapping[str, Platoon]) -> Iterator[Problem]:
    for name, platoon in platoons.items():
        offset, cycle = part.platoons[name].offset, len(platoon.codes)
        if offset >= cycle:
            message = f"the platoon begins later than its cycle of {cycle} days lasts"
            allowed = f"0 to {cycle - 1}"
            yield tree.problem(
                ("platoons", name, "offset"),
                message,
                found=str(offset),
                allowed=allowed,
                suggestion=str(offset % cycle),
            )


def _idle(tree: Tree, part: ServicePart) -> Iterator[Problem]:
    for name, post in part.posts.items():
        for line in () if by_date(post) else post.demand:
            if line.need == 0:
                message = "a line of demand says who is needed, and this one says nobody"
                yield tree.problem(
                    ("posts", name, "demand"), message, found=str(line), allowed="1 or more"
                )
