"""What forbids a rotation, and what would open it, as sentences with clause numbers."""

from __future__ import annotations

from collections.abc import Sequence

from watchbill.agreement.model import Agreement
from watchbill.design.cycles.laid_out import constraining
from watchbill.design.cycles.need import AskedPart, AskedSort, CycleNeed, Seats
from watchbill.design.proposal.change import ChangedClause
from watchbill.design.proposal.lengths import assumed_sentence
from watchbill.design.staffing.staffing import Staffing
from watchbill.design.why.explain import Explanation, Relaxation
from watchbill.design.why.steps import EasingStep, Gap
from watchbill.kernel.clock import WEEKDAYS, Minutes, decimal_text, time_text
from watchbill.kernel.exact import as_decimal
from watchbill.records.tours import TourType


def member_sentence(member: AskedPart, need: CycleNeed, agreement: Agreement) -> str:
    """The clause with its number and what its rules say, or the demand."""
    if member.sort is AskedSort.HOURS:
        return f"Each works at least {decimal_text(need.least_hours)} hours a week on average."
    if member.sort is AskedSort.TOUR:
        place = next(at for at, tour in enumerate(need.tours) if tour.code == member.name)
        return f"{tour_name(need.tours[place])} has {count_text(need.need[place])}."
    clause = agreement.by_number[member.name]
    says = [
        one.rule.says() for one in constraining(agreement, need) if one.clause.number == member.name
    ]
    return f"{clause.number} {clause.heading}: {' '.join(says)}"


def clash_sentence(found: Explanation) -> str:
    """One sentence that says how many people, in what form, cannot do it."""
    form = found.form
    shape = f"a rotation of {form.days} days"
    if form.size > 1:
        shape += f" with {form.platoons} platoons of {form.size}"
    if not found.members:
        return f"{people_text(found.need.people)} cannot work {shape} at all."
    return f"{people_text(found.need.people)} in {shape} cannot meet all of these:"


Said = tuple[str, tuple[str, ...]]
"""A sentence, and the parts of one that changes several clauses together."""


def openings(found: Explanation) -> list[Said]:
    """What would open it, each an alternative to the others. Tours that would give the same are
    said together.
    """
    return [said for _, said in openings_of(found)]


def openings_of(found: Explanation) -> list[tuple[Relaxation, Said]]:
    """The same, each with what would be given."""
    alike: dict[object, list[Relaxation]] = {}
    for place, relaxed in enumerate(found.relaxations):
        step = relaxed.step
        key: object = place
        if step is not None and step.fewer_on is not None:
            key = _row(step), relaxed.least
        alike.setdefault(key, []).append(relaxed)
    return [(several[0], _opening(several, found)) for several in alike.values()]


def opening_text(opening: Said) -> str:
    """The same in one line."""
    head, parts = opening
    return " ".join((head, "; ".join(parts) + "." if parts else "")).strip()


def _opening(several: list[Relaxation], found: Explanation) -> Said:
    relaxed = several[0]
    step = relaxed.step
    if step is not None and step.fewer_on is not None and len(several) > 1:
        names = [_what(one.member, found) for one in several]
        each = f"{', '.join(names[:-1])} or {names[-1]}"
        return f"{each} with {count_text(_row(step))}{_at_least(relaxed)}.", ()
    if step is not None:
        given = [one for one in step.changed if one.now not in (None, one.was)]
        if len(given) > 1:
            return f"together{_at_least(relaxed)}:", tuple(map(_changed, given))
    return relaxation_sentence(relaxed, found), ()


def _row(step: EasingStep) -> tuple[int, ...]:
    place = [tour.code for tour in step.need.tours].index(step.fewer_on or "")
    return step.need.need[place]


def _at_least(relaxed: Relaxation) -> str:
    return "" if relaxed.least else " (or less: a smaller step was not proved to fail)"


def relaxation_sentence(relaxed: Relaxation, found: Explanation) -> str:
    """What would have to be given, as an alternative to the others."""
    step = relaxed.step
    at_least = _at_least(relaxed)
    if step is None:
        return f"{_what(relaxed.member, found)}: nothing given here alone was found to open it."
    if step.more_people:
        more = step.more_people
        who = "one person more" if more == 1 else f"{more} people more"
        each = decimal_text(step.need.hours_needed / step.need.people)
        return f"{who}: {step.need.people} in all, {each} hours a week each{at_least}."
    if step.fewer_on is not None:
        codes = [tour.code for tour in step.need.tours]
        place = codes.index(step.fewer_on)
        return f"{tour_name(step.need.tours[place])} with {count_text(_row(step))}{at_least}."
    if step.gap is not None:
        return f"{_gap_text(step.gap, found)}{at_least}."
    if step.least_hours is not None:
        if not step.least_hours:
            return "no least number of hours for each."
        return f"each works {decimal_text(step.least_hours)} hours a week at least{at_least}."
    given = [one for one in step.changed if one.now != one.was]
    if any(one.now is None for one in given):
        names = list(dict.fromkeys(one.clause for one in given))
        together = " together" if len(names) > 1 else ""
        alone = f"no smaller step of {given[0].clause} was found to open it"
        each = decimal_text(step.need.hours_needed / step.need.people)
        return f"without {listed(names)}{together}, at {each} hours a week each: {alone}."
    return "; and ".join(map(_changed, given)) + f"{at_least}."


def _gap_text(gap: Gap, found: Explanation) -> str:
    """``one person fewer on duty from 03:00 to 07:00 every day, ...``."""
    hours = f"from {time_text(gap.start)} to {time_text(gap.end)}"
    fewer = "; ".join(
        f"{'one person' if count == 1 else people_text(count)} fewer on duty {hours} {when}"
        for count, when in by_weekdays(gap.fewer)
        if count
    )
    shifts = listed([tour.hours_text for tour in gap.tours])
    return (
        f"{fewer}, the rest of the day covered by tours {shifts} instead of {len(found.need.tours)}"
    )


def _changed(one: ChangedClause) -> str:
    """``A1: at most 48 hours a week (now 42), ...``: what would be said, and what is said now."""
    if one.now is None:
        return ""
    was, now = _bare(one.was.says()).split(), _bare(one.now.says()).split()
    if len(was) == len(now):
        now = [
            new if new == old or not new[0].isdigit() else f"{new} (now {old})"
            for old, new in zip(was, now, strict=True)
        ]
        text = " ".join(now)
    else:
        text = f"{' '.join(now)} (now: {' '.join(was)})"
    return f"{one.clause}: {text[0].lower()}{text[1:]}"


def _what(member: AskedPart | None, found: Explanation) -> str:
    if member is None:
        return "More people"
    if member.sort is AskedSort.CLAUSE:
        return f"{member.name} {found.agreement.by_number[member.name].heading}"
    if member.sort is AskedSort.HOURS:
        return "Hours of each"
    return tour_name(next(one for one in found.need.tours if one.code == member.name))


def _bare(sentence: str) -> str:
    return sentence.rstrip(".")


def seats_sentence(seats: Seats, need: CycleNeed) -> str:
    """How many of those who may fill some posts are on duty, where not everybody may."""
    each = "; ".join(
        f"{tour.name} {count_text(row)}"
        for tour, row in zip(need.tours, seats.need, strict=True)
        if any(row)
    )
    who = sum(need.sorts[sort] for sort in seats.who)
    return (
        f"For {listed(seats.posts)}, of those {who} who may fill {_them(seats.posts)}: {each} at"
        " least; they are spread evenly over the platoons."
    )


def _them(posts: Sequence[str]) -> str:
    return "it" if len(posts) == 1 else "them"


def allowed_sentence(changed: ChangedClause, length: Minutes) -> str:
    """A clause changed so that a length of tours is allowed, and that this is assumed."""
    now = "" if changed.now is None else changed.now.says()
    return f"{changed.clause}: {now} {assumed_sentence(length)}"


def staffing_sentence(found: Staffing) -> str:
    """How many people the posts take, and how that comes about, in one line."""
    hours, seats = (decimal_text(as_decimal(value)) for value in (found.hours_a_week, found.seats))
    exact = decimal_text(as_decimal(found.exact))
    return (
        f"{people_text(found.people)} for all posts ({exact}): {hours} hours a week take {seats} if"
        " nobody is away, and those who are away are replaced (days of absence are assumed)."
    )


def tour_name(tour: TourType) -> str:
    """``Night 23:00-07:00``."""
    return f"{tour.name} {tour.hours_text}"


def people_text(count: int) -> str:
    """``12 people``, ``1 person``, ``nobody``."""
    if not count:
        return "nobody"
    return f"{count} {'person' if count == 1 else 'people'}"


def count_text(row: tuple[int, ...]) -> str:
    """``2 people every day``, or by weekdays."""
    return "; ".join(f"{people_text(count)} {when}" for count, when in by_weekdays(row))


def by_weekdays(row: tuple[int, ...]) -> list[tuple[int, str]]:
    """The counts of a row, the greatest first, each with its days: ``every day``, ``on Saturday
    and Sunday``, ``from Monday to Friday``.
    """
    counts = sorted(set(row), reverse=True)
    if len(counts) == 1:
        return [(counts[0], "every day")]
    return [(count, _on([day for day, own in enumerate(row) if own == count])) for count in counts]


def _on(days: list[int]) -> str:
    names = [WEEKDAYS[day].capitalize() for day in days]
    if len(days) > 2 and days[-1] - days[0] == len(days) - 1:
        return f"from {names[0]} to {names[-1]}"
    return f"on {listed(names)}"


def listed(words: Sequence[str]) -> str:
    """``Monday, Tuesday and Friday``."""
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last
