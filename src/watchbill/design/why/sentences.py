"""What forbids a rotation, and what would open it, as sentences with clause numbers."""

from __future__ import annotations

from watchbill.agreement.model import Agreement
from watchbill.design.cycles.laid_out import constraining
from watchbill.design.cycles.need import Asked, CycleNeed, Member
from watchbill.design.why.explain import Explanation, Relaxation
from watchbill.design.why.steps import Changed
from watchbill.kernel.clock import WEEKDAYS, decimal_text
from watchbill.records.tours import TourType


def member_sentence(member: Member, need: CycleNeed, agreement: Agreement) -> str:
    """The clause with its number and what its rules say, or the demand."""
    if member.sort is Asked.HOURS:
        return f"Each works at least {decimal_text(need.least_hours)} hours a week on average."
    if member.sort is Asked.TOUR:
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


def relaxation_sentence(relaxed: Relaxation, found: Explanation) -> str:
    """What would have to be given, as an alternative to the others."""
    step = relaxed.step
    at_least = "" if relaxed.least else ", or less: a smaller step was not proved to fail"
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
        row = step.need.need[place]
        return f"{tour_name(step.need.tours[place])} with {count_text(row)}{at_least}."
    if step.least_hours is not None:
        if not step.least_hours:
            return "no least number of hours for each."
        return f"each works {decimal_text(step.least_hours)} hours a week at least{at_least}."
    given = [one for one in step.changed if one.now != one.was]
    if any(one.now is None for one in given):
        names = list(dict.fromkeys(one.clause for one in given))
        together = " together" if len(names) > 1 else ""
        alone = f"no smaller step of {given[0].clause} was found to open it"
        return f"without {_list(names)}{together}: {alone}."
    return "; and ".join(map(_changed, given)) + f"{at_least}."


def _changed(one: Changed) -> str:
    return "" if one.now is None else f"{one.clause}: {_bare(one.now.says())}"


def _what(member: Member | None, found: Explanation) -> str:
    if member is None:
        return "More people"
    if member.sort is Asked.CLAUSE:
        return f"{member.name} {found.agreement.by_number[member.name].heading}"
    if member.sort is Asked.HOURS:
        return "Hours of each"
    return tour_name(next(one for one in found.need.tours if one.code == member.name))


def _bare(sentence: str) -> str:
    return sentence.rstrip(".")


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
    counts = sorted(set(row), reverse=True)
    if len(counts) == 1:
        return f"{people_text(counts[0])} every day"
    parts = []
    for count in counts:
        days = [WEEKDAYS[day].capitalize() for day in range(len(row)) if row[day] == count]
        parts.append(f"{people_text(count)} on {_list(days)}")
    return "; ".join(parts)


def _list(words: list[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last
