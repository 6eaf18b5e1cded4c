"""The order in which a vacancy is offered."""

from __future__ import annotations

from collections.abc import Sequence

from watchbill.desk.vacancy import offer_order
from watchbill.events.vacancy import Vacancy
from watchbill.examples.judges import Judgement
from watchbill.examples.stage import Stage
from watchbill.kernel.problems import BadInput, Problem


def judge(stage: Stage, expected: Sequence[str]) -> Judgement:
    """Names in the order of offer of the last vacancy."""
    vacancies = [known for known in stage.events if isinstance(known.event, Vacancy)]
    if not vacancies:
        example = stage.example
        message = "an order is expected, and no event opens a vacancy"
        raise BadInput([Problem(example.file, example.line, example.name, message)])
    last = vacancies[-1]
    assert isinstance(last.event, Vacancy)
    order = offer_order(stage.agreement, stage.before(last.number), last.event)
    working = [f"{', '.join(order.names)}; expected {', '.join(expected)}"]
    clause = order.clause.number if order.clause else "equal chances, assumed"
    working += [f"{place}. {one.person.name} ({clause}): {one.reason}"
                for place, one in enumerate(order.ranked, 1)]  # fmt: skip
    working += [f"left out: {one.person.name}: {one.reason}" for one in order.left_out]
    return Judgement(order.names == tuple(expected), tuple(working))


JUDGES = {"order": judge}
