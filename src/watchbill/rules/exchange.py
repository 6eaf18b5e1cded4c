"""Exchanges of tours between two people."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from watchbill.kernel.clock import decimal_text, length_text, wall_text
from watchbill.kernel.fields import LengthField, Words
from watchbill.rules.base import Party, Rule
from watchbill.rules.deciding import Condition, DecidesExchange, ExchangeRequest

Name = Literal[
    "classification",
    "status",
    "written",
    "notice",
    "operations",
    "cost",
    "pay-administration",
    "provided-for",
    "employer",
]
_SAYS: dict[str, str] = {
    "classification": "the same classification",
    "status": "the same status",
    "written": "both ask in writing",
    "notice": "notice",
    "operations": "operations are not disrupted",
    "cost": "no added cost",
    "pay-administration": "a part tour changes nothing in pay administration",
    "provided-for": "the clause provides for it",
    "employer": "the employer decides, by conditions that the text does not state",
}


@dataclass(frozen=True, kw_only=True)
class ExchangeTerms(Rule, DecidesExchange):
    """Two may exchange where every one of the ``conditions`` is met.

    ``part_tours`` and ``days_off`` say whether a part of a tour, and a tour against a day off,
    may be exchanged; what may not is not provided for. ``notice`` is counted from the asking to
    the start of the first tour concerned; with less, the exchange is refused, or needs the
    consent of the officer in charge (``short_notice``). ``alike`` lists statuses that count as
    one, a group a list. Where the text names no conditions, ``employer`` stands for them: it is
    the employer's to decide, and nothing is approved without.
    """

    words: ClassVar[Mapping[str, str]] = {
        "conditions": "conditions",
        "part_tours": "part tours",
        "days_off": "days off",
        "notice": "notice",
        "short_notice": "with less notice",
        "alike": "statuses that count as one",
    }
    more_is_for: ClassVar[Mapping[str, Party]] = {"notice": "employer"}
    one_answer: ClassVar[bool] = True

    conditions: tuple[Name, ...]
    part_tours: bool = False
    days_off: bool = True
    notice: LengthField | None = None
    short_notice: Literal["refused", "consent"] = "refused"
    alike: tuple[Words, ...] = ()

    def says(self) -> str:
        what = ["tours"]
        what += ["part tours"] if self.part_tours else []
        what += ["days off"] if self.days_off else []
        conditions = []
        for name in self.conditions:
            says = _SAYS[name]
            if name == "notice" and self.notice is not None:
                says = f"{length_text(self.notice)} of notice"
                says += ", or consent" if self.short_notice == "consent" else ""
            conditions.append(says)
        return f"{', '.join(what).capitalize()} may be exchanged; needed: {'; '.join(conditions)}."

    def decide(self, request: ExchangeRequest) -> Iterator[Condition]:
        judges: dict[str, Callable[[ExchangeRequest], tuple[bool, str]]] = {
            "classification": _classification,
            "status": self._status,
            "written": _written,
            "notice": self._notice,
            "operations": _operations,
            "cost": _cost,
            "pay-administration": _pay_administration,
            "provided-for": self._provided_for,
            "employer": _employer,
        }
        for name in dict.fromkeys((*self.conditions, "provided-for")):
            met, evidence = judges[name](request)
            consent = name == "employer" or (name == "notice" and self.short_notice == "consent")
            yield Condition(name, met, evidence, consent and not met)

    def _notice(self, request: ExchangeRequest) -> tuple[bool, str]:
        given = request.first_start - request.exchange.asked
        owed = f"{length_text(self.notice)} are needed" if self.notice else "no length is stated"
        evidence = (
            f"Asked {wall_text(request.exchange.asked)}, {length_text(given)} before the first"
            f" tour starts; {owed}."
        )
        return given >= (self.notice or 0), evidence

    def _status(self, request: ExchangeRequest) -> tuple[bool, str]:
        one, other = request.people
        evidence = f"{one.label} is {one.status}, {other.label} is {other.status}."
        if one.status == other.status:
            return True, evidence
        group = next((group for group in self.alike if one.status in group), ())
        if other.status in group:
            return True, f"{evidence[:-1]}, which count as one."
        return False, evidence

    def _provided_for(self, request: ExchangeRequest) -> tuple[bool, str]:
        exchange = request.exchange
        if exchange.part is not None and not self.part_tours:
            return False, "A part of a tour is asked for; the clause speaks of whole tours only."
        if None in exchange.gives and not self.days_off:
            return False, "A tour against a day off is asked for; the clause speaks of tours only."
        return True, "What is asked for is among what the clause lets be exchanged."


def _classification(request: ExchangeRequest) -> tuple[bool, str]:
    one, other = request.people
    evidence = f"{one.label} is {one.classification}, {other.label} is {other.classification}."
    return one.classification == other.classification, evidence


def _employer(_: ExchangeRequest) -> tuple[bool, str]:
    return (
        False,
        "The text has exchanges and does not state their conditions: the employer decides.",
    )


def _written(request: ExchangeRequest) -> tuple[bool, str]:
    written = request.exchange.written
    missing = [name for name in request.exchange.between if name not in written]
    if missing:
        return False, f"{' and '.join(missing)} did not ask in writing."
    return True, "Both asked in writing."


def _operations(request: ExchangeRequest) -> tuple[bool, str]:
    disruptions = request.disruptions()
    if disruptions:
        return False, " ".join(disruptions)
    return True, "Every need is met as well as before, hour by hour."


def _cost(request: ExchangeRequest) -> tuple[bool, str]:
    before, after = request.cost()
    evidence = f"Priced: {before:,.2f} before, {after:,.2f} after."
    return after <= before, evidence


def _pay_administration(request: ExchangeRequest) -> tuple[bool, str]:
    if request.exchange.part is None:
        return True, "Whole tours are exchanged."
    changed = [
        f"{name} {decimal_text(before)} h before, {decimal_text(after)} h after"
        for name, before, after in request.paid_hours()
        if before != after
    ]
    if changed:
        return False, f"Paid hours change: {'; '.join(changed)}."
    return True, "Nobody's paid hours change."
