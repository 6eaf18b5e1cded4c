"""Asks the solver why a need cannot be met under an agreement, and what would open it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from watchbill.agreement.model import Agreement
from watchbill.design.cycles.forms import Form, forms_of, widest_form
from watchbill.design.cycles.laid_out import constraining
from watchbill.design.cycles.model import CycleModel
from watchbill.design.cycles.need import MOST_PEOPLE, AskedPart, AskedSort, CycleNeed
from watchbill.design.why.steps import EasingStep, gap_steps, less_of, people_steps, steps_of
from watchbill.solve.clash import decide_by_fixing
from watchbill.solve.progress import Watch
from watchbill.solve.run import Answer, solve
from watchbill.solve.settings import Settings
from watchbill.solve.why_not import Ladder, Opening, least_step, why_not

EFFORT = 2.0
"""CP-SAT's deterministic seconds for one question, where the settings say nothing."""
HOURS_KINDS = {"average-hours", "annual-hours"}
FORMS_ASKED = 2
"""Forms besides the most general one in which a step may open a need."""


@dataclass(frozen=True, slots=True)
class Relaxation:
    """The least step that a member would have to give for the whole need to be met.

    ``member`` is ``None`` for more people, and for fewer on duty in some hours of the day. ``step``
    is ``None`` where giving this alone was not found to open it. ``least``: smaller ones are proved
    not to.
    """

    member: AskedPart | None
    step: EasingStep | None
    least: bool


@dataclass(frozen=True, slots=True)
class Explanation:
    """Members that together forbid a need in a form, and what each would have to give.

    ``minimal``: without any one of them the others can be met.
    """

    need: CycleNeed
    agreement: Agreement
    form: Form
    members: tuple[AskedPart, ...]
    minimal: bool
    relaxations: tuple[Relaxation, ...]


def members_of(need: CycleNeed, agreement: Agreement) -> tuple[AskedPart, ...]:
    """Everything that a rotation is held to, the clauses that constrain it and the need.

    A clash is shrunk from its end, so that what comes first is the likeliest to be named: limits
    on hours, which a head count explains, then the need, then all other clauses.
    """
    clauses = dict.fromkeys(one.clause.number for one in constraining(agreement, need))
    hours = {
        one.clause.number for one in constraining(agreement, need) if one.rule.kind() in HOURS_KINDS
    }
    first = [AskedPart(AskedSort.CLAUSE, number) for number in clauses if number in hours]
    then = [AskedPart(AskedSort.CLAUSE, number) for number in clauses if number not in hours]
    return (*first, *need.demands(), *then)


def explain(
    need: CycleNeed,
    agreement: Agreement,
    settings: Settings | None = None,
    watch: Watch | None = None,
    form: Form | None = None,
    relax: bool = True,
) -> Explanation | None:
    """Why the need cannot be met in ``form`` (the widest it allows, if nothing is said).

    ``None`` where that is not proved. With ``relax``, what would open it is looked for too.
    """
    settings = settings or Settings()
    if settings.effort is None:
        settings = replace(settings, effort=EFFORT)
    form = widest_form(need) if form is None else form
    cycle = CycleModel(need, form, agreement, switches=True)
    members = [one for one in members_of(need, agreement) if one in cycle.switches]
    decide = decide_by_fixing(cycle.model, cycle.switches, settings, watch)
    found = why_not(
        members, decide, lambda member: member.sort is not AskedSort.CLAUSE, settings.limit, watch
    )
    if found is None:
        return None
    relaxations: list[Relaxation] = []
    if relax:
        people = people_steps(need, agreement)
        relaxations.append(_least([people], None, agreement, settings, watch))
        for member in found.clash.members:
            ladders = steps_of(member, need, agreement, found.also[member])
            relaxations.append(_least(ladders, member, agreement, settings, watch))
        if any(member.sort is AskedSort.TOUR for member in found.clash.members):
            hours = _least([gap_steps(need, agreement)], None, agreement, settings, watch)
            relaxations += [hours] if hours.step is not None else []
    return Explanation(
        need, agreement, form, found.clash.members, found.clash.minimal, tuple(relaxations)
    )


def can_be_met(
    need: CycleNeed,
    agreement: Agreement,
    settings: Settings,
    watch: Watch | None = None,
    forms: Sequence[Form] | None = None,
) -> Answer:
    """Whether a rotation of any of the forms (the general one and some others) meets the need."""
    if forms is None:
        forms = tuple(dict.fromkeys((widest_form(need), *forms_of(need)[:FORMS_ASKED])))
    answer = Answer.IMPOSSIBLE
    for form in forms:
        told = solve(CycleModel(need, form, agreement).model, settings, watch).answer
        if told in (Answer.FOUND, Answer.BEST):
            return Answer.FOUND
        if told is Answer.UNDECIDED:
            answer = Answer.UNDECIDED
    return answer


def least_people(
    need: CycleNeed, agreement: Agreement, settings: Settings, watch: Watch | None = None
) -> int | None:
    """The fewest people for whom the need was found to be met, from one on."""
    steps = [
        EasingStep(replace(need, people=count), agreement)
        for count in range(need.platoons or 1, MOST_PEOPLE + 1)
    ]
    found = _climb(steps, settings, watch)
    return None if found.step is None else found.step.need.people


def _least(
    ladders: Sequence[Sequence[EasingStep]],
    member: AskedPart | None,
    agreement: Agreement,
    settings: Settings,
    watch: Watch | None,
) -> Relaxation:
    """The first ladder with a step that opens the need; the last one drops the member."""
    for steps in ladders:
        found = _climb(steps, settings, watch)
        if found.step is not None:
            step, least = found.step, found.least
            for place in range(1, len(step.changed)):
                if step.changed[0].now is not None:
                    step = _with_less(step, place, agreement, settings, watch)
            return Relaxation(member, step, least)
    return Relaxation(member, None, least=False)


def _with_less(
    step: EasingStep, place: int, agreement: Agreement, settings: Settings, watch: Watch | None
) -> EasingStep:
    """The step with no more given by the rule in that place than opens the need."""
    lesser = _climb([*less_of(step, place, agreement), step], settings, watch).step
    return step if lesser is None else lesser


def _climb(
    steps: Sequence[EasingStep], settings: Settings, watch: Watch | None
) -> Opening[EasingStep]:
    def ask(step: EasingStep) -> Answer:
        return can_be_met(step.need, step.agreement, settings, watch)

    return least_step(Ladder(steps, ask), watch)
