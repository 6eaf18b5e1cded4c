"""Designed rotations, for a person and for a program."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from watchbill.cli.show import grid, tour_mark
from watchbill.design.cycles.beside import BesideRotation
from watchbill.design.cycles.candidate import CycleCandidate
from watchbill.design.study.study import LengthStudy, NightTrial, Study
from watchbill.design.why.explain import Explanation
from watchbill.design.why.sentences import (
    allowed_sentence,
    clash_sentence,
    count_text,
    listed,
    member_sentence,
    openings,
    people_text,
    seats_sentence,
    staffing_sentence,
    tour_name,
)
from watchbill.kernel.clock import decimal_text, length_text
from watchbill.rotation.cycle import Rotation
from watchbill.rotation.figures import Figures
from watchbill.service.model import Service
from watchbill.solve.run import Answer

DAYS_A_LINE = 28
FIGURES = ("h/week", "h/year", "Run", "Nights", "Weekends", "Quick", "Rest")


def show_service(out: Console, service: Service) -> None:
    """Whose rotations are designed."""
    out.print(Text(service.name, style="bold underline"))


def show_end(out: Console, found: Study) -> None:
    """What was asked beyond the lengths one by one."""
    if found.trial is not None:
        _show_trial(out, found.trial)
    if found.interrupted:
        out.print(Text("Interrupted: what was found until then is shown.", style="yellow"))


def show_length(out: Console, one: LengthStudy) -> None:
    """What was asked, the rotations found, the field's beside them, why not."""
    need = one.need
    out.print()
    title = f"Tours of {length_text(one.length)}, {people_text(need.people)}"
    out.print(Text(title, style="bold"))
    for tour, row in zip(need.tours, need.need, strict=True):
        out.print(f"  {tour.code}: {tour_name(tour)}, {count_text(row)} at least")
    if need.least_hours:
        out.print(f"  Each works {decimal_text(need.least_hours)} hours a week at least.")
    for seats in need.seats:
        out.print(f"  {seats_sentence(seats, need)}")
    for change in one.allowed:
        out.print(Text(f"  Changed: {allowed_sentence(change, one.length)}", style="yellow"))
    out.print(f"  {staffing_sentence(one.staffing)}")
    if one.fewest is not None:
        out.print(f"  Fewest people for whom a rotation was found, nobody away: {one.fewest}.")
    if one.designs.candidates:
        _show_candidates(out, one.designs.candidates)
    elif one.why_not is None:
        out.print(f"  No rotation found: {one.designs.answer}.")
    if one.why_not is not None:
        show_explanation(out, one.why_not)
    _show_beside(out, one.beside)


def _show_candidates(out: Console, candidates: tuple[CycleCandidate, ...]) -> None:
    table = grid("", "Form", "Sought", *FIGURES, "Proved", right=FIGURES)
    for number, one in enumerate(candidates, 1):
        table.add_row(
            str(number), str(one.form), one.aim.name, *_figures(one.figures), _proved(one)
        )
    out.print(table)
    for number, one in enumerate(candidates, 1):
        _show_strip(out, f"{number:>3}  ", one.rotation)
    for number, one in enumerate(candidates, 1):
        if one.warned:
            text = f"  {number} does not keep what is to be aimed at by {listed(one.warned)}."
            out.print(Text(text, style="yellow"))


def _show_strip(out: Console, label: str, rotation: Rotation) -> None:
    codes = rotation.pattern.codes
    for first in range(0, len(codes), DAYS_A_LINE):
        line = Text(label if not first else " " * len(label))
        for code in codes[first : first + DAYS_A_LINE]:
            line.append(" - " if code == "-" else tour_mark(code, rotation.tours[code].kind))
        out.print(line, no_wrap=True, overflow="crop")


def _show_beside(out: Console, known: tuple[BesideRotation, ...]) -> None:
    if not known:
        out.print("  No rotation of the catalogue covers this need with these people.")
        return
    table = grid("Beside them", "Pattern", *FIGURES, "Agreement", right=FIGURES)
    for one in known:
        verdict = "nothing found" if one.passes else f"breaks {', '.join(one.broken)}"
        pattern = str(one.known.rotation.pattern)
        table.add_row(one.known.title, pattern, *_figures(one.figures), verdict)
    out.print(table)


def _figures(found: Figures) -> tuple[str, ...]:
    rest = "-" if found.shortest_rest is None else length_text(found.shortest_rest)
    return (
        decimal_text(found.hours_per_week),
        decimal_text(found.annual_hours),
        str(found.longest_work),
        str(found.longest_nights),
        f"{found.weekends_off}/{found.weekends}",
        str(found.quick_returns),
        rest,
    )


def _proved(one: CycleCandidate) -> str:
    """What is known of a better one of the same form by the same aim."""
    return "best of its form" if one.answer is Answer.BEST else "not proved best"


def show_explanation(out: Console, found: Explanation) -> None:
    """What together forbids it, and what would open it."""
    out.print(clash_sentence(found))
    for member in found.members:
        out.print(f"  - {member_sentence(member, found.need, found.agreement)}")
    if not found.minimal:
        out.print("  (Not proved that each of them is needed for that.)")
    if found.relaxations:
        out.print("Any one of these would open it:")
    for head, parts in openings(found):
        out.print(f"  * {head}")
        for part in parts:
            out.print(f"      {part}")


def _show_trial(out: Console, trial: NightTrial) -> None:
    out.print()
    out.print(Text("Why nights of eight hours run out of people", style="bold"))
    for label, count in (("Without nights", trial.before), ("With nights", trial.after)):
        out.print(f"  {label}: {staffing_sentence(count)}")
    out.print(f"  Fewest people for whom days and evenings were found: {trial.staff}.")
    if trial.why_not is not None:
        show_explanation(out, trial.why_not)
