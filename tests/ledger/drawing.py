"""Events of every kind, drawn for a schedule: most can happen on it, and some cannot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from tests.events.stage import AGREEMENT
from watchbill.events.base import Event
from watchbill.events.exchange import Exchange
from watchbill.events.schedule import Schedule
from watchbill.events.vacancy import Vacancy
from watchbill.kernel.clock import wall_text
from watchbill.ledger.entry import read_event

EARLIER = "2024-05-10 08:00"
DAYS = [f"2024-05-{day:02}" for day in (6, 7, 9, 11, 12, 14, 15, 16, 17, 19, 20)]
STRANGER = "Amos"
LETTERS = {
    "D": {"called": "Day", "start": "07:00", "length": "12h", "kind": "day"},
    "N": {"called": "Night", "start": "19:00", "length": "12h", "kind": "night"},
}


class Drawing:
    """Values for the fields of an event, on a schedule."""

    def __init__(self, choose: Callable[[Sequence[Any]], Any], schedule: Schedule) -> None:
        self._choose, self.schedule = choose, schedule

    def event(self, kind: str) -> Event:
        return read_event({kind: KINDS[kind](self)}, "drawn")

    def of(self, *values: Any) -> Any:
        return self._choose(values)

    def person(self) -> str:
        return str(self.of(*self.schedule.people, *self.schedule.people, STRANGER))

    def two(self) -> list[str]:
        one = self.of(*self.schedule.people)
        return [one, self.of(*(key for key in self.schedule.people if key != one))]

    def day(self) -> str:
        return str(self.of(*DAYS))

    def span(self) -> dict[str, str]:
        first, last = self.day(), self.day()
        return {"from": min(first, last), "to": max(first, last)}

    def start(self, person: str) -> str:
        """The start of a tour that the person has, or may have had."""
        standing = self.schedule.people.get(person)
        starts = [wall_text(one) for one in standing.held] if standing else []
        return str(self.of(*starts, *starts, f"{self.day()} 07:00"))

    def tour(self) -> str:
        return f"{self.day()} {self.of('07:00 +12h', '19:00 +12h night', '10:00 +4h')}"

    def asked(self, kind: type[Event]) -> int:
        """The number of an entry that asks for it, or of one that does not."""
        numbers = [number for number, one in self.schedule.asked.items() if isinstance(one, kind)]
        return int(self.of(*numbers, *numbers, 1))

    def of_a_tour(self, **more: Any) -> dict[str, Any]:
        person = self.person()
        return {"person": person, "tour": self.start(person), **more}

    def within_a_tour(self, *fields: str) -> dict[str, Any]:
        """Times on the date of a tour, in any order."""
        fields_of = self.of_a_tour()
        day = fields_of["tour"][:10]
        times = {field: f"{day} {self.of('08:00', '12:00', '20:30', '22:00')}" for field in fields}
        return {**fields_of, **times}

    def beyond(self, **more: Any) -> dict[str, Any]:
        return {"person": self.person(), "tour": self.tour(), **more}

    def posting(self, **more: Any) -> dict[str, Any]:
        """Dates that stand, or fresh ones with their lines."""
        if self.of(True, False):
            return {"from": "2024-05-06", "to": "2024-05-19", **more}
        first = self.of("2024-05-20", "2024-05-22", "2024-05-19")
        last = first[:8] + str(int(first[8:]) + 1)
        lines = {person: self.of("DN", "-D", "N-") for person in self.two()}
        return {"from": first, "to": last, "tours": LETTERS, "lines": lines, **more}


def _change(draw: Drawing) -> dict[str, Any]:
    person = draw.person()
    place = draw.of(draw.start(person), f"off {draw.day()}")
    return {"person": person, "tour": place, "to": draw.of(draw.tour(), "off"), "told": EARLIER}


def _exchange(draw: Drawing) -> dict[str, Any]:
    one, other = draw.two()
    gives = [draw.start(one), draw.of(draw.start(other), None)]
    return {"between": [one, other], "gives": gives, "asked": EARLIER, "written": [one],
            "part": draw.of(None, None, "4h")}  # fmt: skip


def _exchange_answer(draw: Drawing) -> dict[str, Any]:
    answer = draw.of("approved", "approved", "undone", "undone", "refused", "agreed")
    return {"exchange": draw.asked(Exchange), "answer": answer, "at": EARLIER, "by": draw.person()}


def _notice_given(draw: Drawing) -> dict[str, Any]:
    changed = [
        (key, one.number)
        for key, standing in draw.schedule.people.items()
        for one in standing.changes
    ]
    person, number = draw.of(*changed, *changed, ("Ames", 1))
    return {"person": person, "change": number, "at": EARLIER}


def _person_set(draw: Drawing) -> dict[str, Any]:
    trait, to = draw.of(("platoon", "B"), ("platoon", "X"), ("rate", "44.5"), ("station", "south"),
                        ("serial", "7"), ("seniority", "never"), ("unit", None))  # fmt: skip
    return {"person": draw.person(), "trait": trait, "to": to, "from": draw.day()}


def _joined(draw: Drawing) -> dict[str, Any]:
    key = draw.of("Dean", "Ames", "Eden")
    return {"person": key, "called": draw.of(key, key, "Else"), "classification": "medic",
            "status": "regular", "rate": "41", "platoon": draw.of("A", None, "X"),
            "from": draw.day()}  # fmt: skip


def _tour_defined(draw: Drawing) -> dict[str, Any]:
    return {"code": draw.of("D", "E"), "called": "Long", "start": draw.of("07:00", "10:00"),
            "length": "12h", "kind": "day", "from": draw.day()}  # fmt: skip


KINDS: dict[str, Callable[[Drawing], dict[str, Any]]] = {
    "agreement_goes_on": lambda draw: {
        "id": draw.of("house", "hose"), "by": "the union", "since": draw.day(),
        "source": "a letter"},
    "agreement_holds": lambda draw: {"id": draw.of("house", "other"), "text": AGREEMENT,
                                      **draw.of({}, {"from": draw.day()})},
    "back_early": lambda draw: draw.within_a_tour("at"),
    "began": lambda draw: {"service": "small", "called": "Again", "time_zone": "UTC",
                           "currency": "CAD", "anchor": draw.day()},
    "call_in": lambda draw: {"person": draw.person(), "told": "2024-05-06 05:00",
                             "report": f"{draw.day()} 10:00", "worked": draw.of("2h", "0h")},
    "change": _change,
    "consent": lambda draw: {"clause": "9", "by": "the union", "at": EARLIER,
                             "person": draw.of(None, "Ames", STRANGER)},
    "court": lambda draw: {"person": draw.person(), "released": EARLIER},
    "debit_tour": lambda draw: draw.beyond(kind="scheduled"),
    "decided": lambda draw: {"about": draw.asked(draw.of(Exchange, Vacancy)), "upto": 3,
                             "looked_at": "ab", "answer": "{}"},
    "emergency": lambda draw: {"from": f"{draw.day()} 00:00", "to": "2024-05-14 12:00"},
    "end_permanent_exchange": lambda draw: {"by": draw.person(), "told": EARLIER},
    "exchange": _exchange,
    "exchange_answer": _exchange_answer,
    "extra": lambda draw: draw.beyond(list=draw.of("voluntary", "ordered")),
    "furlough_worked": lambda draw: draw.beyond(),
    "held_over": lambda draw: draw.of(draw.within_a_tour("until"),
                                      {**draw.of_a_tour(), "until": "2024-05-21 09:00"}),
    "interrupted": lambda draw: draw.within_a_tour("stopped", "resumed"),
    "joined": _joined,
    "kelly_day_moved": lambda draw: {"person": draw.person(), "from": draw.day(),
                                     "to": draw.day(), "told": EARLIER},
    "laid_out": lambda draw: draw.posting(),
    "leave": lambda draw: draw.of_a_tour(kind=draw.of("sick", "vacation")),
    "leave_granted": lambda draw: {"person": draw.person(), "kind": "vacation", **draw.span()},
    "leave_kind_set": lambda draw: {"kind": "parental", "paid": draw.of(True, False)},
    "left": lambda draw: {"person": draw.person(), "from": draw.day()},
    "lent": lambda draw: {"person": draw.person(), "station": draw.of("south", "suoth"),
                          **draw.span()},
    "need_set": lambda draw: {"post": draw.of("crew", "crw"), "demand": "2 at all times",
                              **draw.of({}, draw.span())},
    "no_lunch": lambda draw: draw.of_a_tour(),
    "noted": lambda draw: {"words": "a letter", "of": [draw.person()], "days": [draw.day()]},
    "notice_given": _notice_given,
    "offer_answer": lambda draw: {"person": draw.person(), "vacancy": draw.asked(Vacancy),
                                  "answer": draw.of("accepted", "refused", "ordered"),
                                  "at": EARLIER},
    "partner_lost": lambda draw: {"person": draw.person(), "at": EARLIER},
    "permanent_exchange": lambda draw: {
        **dict(zip(("days", "nights"), draw.of(draw.two(), ["Ames", STRANGER]), strict=True)),
        "from": draw.day(), "notice_days": draw.of(0, 3, 5)},
    "person_set": _person_set,
    "platoon_set": lambda draw: {"platoon": "A", "rotation": "other", "cycle_from": "2024-05-06",
                                 "cycle": draw.of("DD--", "DX--"), "from": draw.day()},
    "post_closed": lambda draw: {"post": draw.of("crew", "crw"), "from": draw.day()},
    "post_set": lambda draw: {"post": draw.of("crew", "bus"), "called": "Crews",
                              "station": draw.of("south", "suoth", None)},
    "posted": lambda draw: draw.posting(at=EARLIER),
    "qualified": lambda draw: {"person": draw.person(), "qualification": "driver", **draw.span()},
    "sent_away": lambda draw: draw.within_a_tour("return"),
    "service_renamed": lambda draw: {"called": draw.of("Station 8", "Small station")},
    "station_opened": lambda draw: {"station": draw.of("south", "west"), "called": "A station"},
    "tour_defined": _tour_defined,
    "vacancy": lambda draw: {"tour": draw.tour(), "post": draw.of("crew", "crw"), "at": EARLIER,
                             "volunteers": draw.of([], draw.two())},
    "worked": lambda draw: draw.within_a_tour("from", "to"),
}  # fmt: skip
"""Every kind of event, with what draws its fields."""

ACTS = (
    *((kind,) for kind in sorted(KINDS)),
    *3 * (
        ("exchange", "exchange_answer", "exchange", "exchange_answer", "exchange_answer"),
        ("vacancy", "offer_answer", "decided", "offer_answer"),
        ("change", "notice_given"),
        ("permanent_exchange", "leave", "end_permanent_exchange"),
        ("permanent_exchange", "leave", "partner_lost"),
        ("laid_out", "worked", "posted"),
    ),
)  # fmt: skip
"""Kinds that follow one another: one alone, or some that rest on each other."""
