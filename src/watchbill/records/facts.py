"""What a service is, by date: texts in force, tours, platoons, posts and needs, stations, leave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from watchbill.kernel.clock import Day, Zone
from watchbill.records.dated import Dated
from watchbill.records.demand import Post
from watchbill.records.demand_lines import DemandLine
from watchbill.records.platoons import Platoon, ServiceLeave
from watchbill.records.tours import TourType


@dataclass(frozen=True, slots=True)
class TextInForce:
    """The text of an agreement, a statute or a reading, and what was chosen in it.

    ``texts`` are those that it is made on (the agreement under a proposal), by the name it
    gives them. ``number`` is the entry that put it in force. ``goes_on`` says from when on,
    by whom and by what right it goes on after its end, where somebody said so.
    """

    id: str
    kind: str
    text: str
    texts: tuple[tuple[str, str], ...]
    readings: tuple[tuple[str, str], ...]
    settings: tuple[tuple[str, object], ...]
    begins: Day | None
    ends: Day | None
    number: int
    goes_on: tuple[tuple[Day, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class StatedNeed:
    """What a post needs from ``first`` on; until ``last`` where it is for those dates alone."""

    post: str
    lines: tuple[DemandLine, ...]
    first: Day
    last: Day | None
    number: int


@dataclass(frozen=True)
class Facts:
    """A service as its ledger has it. What holds from a date is :class:`Dated`.

    ``anchor`` is the date from which averaging periods are laid end to end; ``posts`` are
    without their needs, which ``needs`` has in the order in which they were entered, a later
    one before an earlier.
    """

    id: str
    name: str
    zone: Zone
    currency: str
    anchor: Day
    assumptions: tuple[str, ...] = ()
    texts: tuple[TextInForce, ...] = ()
    tours: Mapping[str, Dated[TourType]] = field(default_factory=dict)
    platoons: Mapping[str, Dated[Platoon]] = field(default_factory=dict)
    stations: Mapping[str, str] = field(default_factory=dict)
    posts: Mapping[str, Dated[Post | None]] = field(default_factory=dict)
    needs: tuple[StatedNeed, ...] = ()
    leave: tuple[ServiceLeave, ...] = ()
    leave_kinds: Mapping[str, bool] = field(default_factory=dict)
    """Kinds of leave of the service's own, and whether each is paid."""

    def tour_types(self, day: Day | None = None) -> dict[str, TourType]:
        """The tours by letter as of a date; as last said where none is given."""
        types = {
            code: dated.last if day is None else dated.on(day) or dated.steps[0][1]
            for code, dated in self.tours.items()
        }
        return {code: kind for code, kind in types.items() if kind is not None}

    def platoons_on(self, day: Day) -> dict[str, Platoon]:
        """The platoons by name as of a date."""
        held = {name: dated.on(day) for name, dated in self.platoons.items()}
        return {name: platoon for name, platoon in held.items() if platoon is not None}

    def post_names(self) -> list[tuple[str, str]]:
        """Each post's id and name, as last said; of posts that were closed, too."""
        said = [(name, [post for _, post in dated.steps if post is not None])
                for name, dated in self.posts.items()]  # fmt: skip
        return [(name, posts[-1].name) for name, posts in said if posts]

    def need_on(self, post: str, day: Day) -> tuple[DemandLine, ...]:
        """What the post needs on that date: by what was last said for the date, those of given
        dates before those from a date on."""
        standing = [one for one in self.needs if one.post == post and one.first <= day]
        dated = [one for one in standing if one.last is not None and day <= one.last]
        lasting = [one for one in standing if one.last is None]
        lasting.sort(key=lambda one: (one.first, one.number))
        holding = dated[-1:] or lasting[-1:]
        return holding[0].lines if holding else ()
