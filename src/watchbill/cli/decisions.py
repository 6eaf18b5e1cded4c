"""Frozen decisions in the terminal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from watchbill.cli.output import write_json
from watchbill.cli.show import console, grid

if TYPE_CHECKING:
    from rich.console import Console

    from watchbill.events.decided import Decided


_VERDICTS = {
    "approved": "it may be approved",
    "refused": "it is refused",
    "needs consent": "it needs consent",
}


def answer_of(decided: Decided) -> dict[str, Any]:
    """The frozen answer as data."""
    answer: dict[str, Any] = json.loads(decided.answer)
    return answer


def show_decision(decided: Decided, *, as_json: bool, plain: bool) -> None:
    """An exchange condition by condition, or the order of offer of a vacancy."""
    answer = answer_of(decided)
    if as_json:
        write_json({"entry": decided.about, "looked_at": decided.looked_at, **answer})
    elif "verdict" in answer:
        _exchange(console(plain=plain), decided.about, answer)
    else:
        _offers(console(plain=plain), decided.about, answer)


def _exchange(out: Console, about: int, answer: dict[str, Any]) -> None:
    style = {"approved": "green", "refused": "red"}.get(answer["verdict"], "yellow")
    verdict = _VERDICTS[answer["verdict"]]
    out.print(f"Exchange asked for in entry {about}: by the agreement {verdict}.", style=style)
    table = grid("Clause", "Condition", "Met", "Evidence")
    for one in answer["conditions"]:
        met = "yes" if one["met"] else "no"
        table.add_row(one["clause"], one["condition"], met, one["evidence"])
    out.print(table)
    if answer["coverage"]:
        figures = ("Need", "Before", "After")
        table = grid("Post", "From", "To", *figures, title="Coverage", right=figures)
        for part in answer["coverage"]:
            counts = (str(part[name]) for name in ("need", "before", "after"))
            table.add_row(part["post"], part["from"], part["to"], *counts)
        out.print(table)


def _offers(out: Console, about: int, answer: dict[str, Any]) -> None:
    asked = answer["asked"]["vacancy"]
    rule = f"clause {answer['clause']}" if answer["clause"] else "equal chances, assumed"
    out.print(f"Vacancy of entry {about}: {asked['post']}, {asked['tour']} ({rule}).")
    table = grid("Place", "Person", "Step", "Why there", right=("Place", "Step"))
    for place, one in enumerate(answer["order"], 1):
        table.add_row(str(place), one["person"], str(one["step"]), one["reason"])
    out.print(table)
    if answer["left_out"]:
        table = grid("Left out", "Clause", "Why")
        for one in answer["left_out"]:
            table.add_row(one["person"], one["clause"] or "", one["reason"])
        out.print()
        out.print(table)
    if answer["mandatory"]:
        names = ", ".join(one["person"] for one in answer["mandatory"])
        out.print(f"\nIf all decline, ordered in this order: {names}.")
    else:
        out.print("\nNobody may be ordered in.")
    for one in answer.get("spared", ()):
        out.print(f"Not ordered in: {one['person']}. Clause {one['clause']}: {one['reason']}")
