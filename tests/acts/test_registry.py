"""The kinds of act are found by their files alone: one is taken away, one put in."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import watchbill.acts.kinds
from tests.acts.stage import NEXT, asked, member
from tests.house.test_house import ROOT
from watchbill.acts.outcome import NotAllowed
from watchbill.acts.registry import act_kinds, fields_of, read_act
from watchbill.acts.roles import ActingRole
from watchbill.kernel.problems import BadInput

PAGE = ROOT / "docs" / "contributing" / "act.md"
"""The worked act of the contributors' page is the one that is put in."""


@pytest.fixture
def kinds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The room of the kinds with all its files, and one folder more."""
    monkeypatch.setattr(
        watchbill.acts.kinds, "__path__", [*watchbill.acts.kinds.__path__, str(tmp_path)]
    )
    act_kinds.cache_clear()
    yield tmp_path
    act_kinds.cache_clear()
    sys.modules.pop("watchbill.acts.kinds.sick_call", None)


def test_an_act_that_is_put_in_can_be_asked_for(kinds: Path) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", PAGE.read_text(), re.DOTALL)
    (kinds / "sick_call.py").write_text(code)
    fields: dict[str, Any] = {"person": "Calloway", "tour": "2024-05-16 07:00"}
    outcome = asked("sick-call", "2024-05-16 03:00", who=member("Calloway"), **fields)
    (entry,) = outcome.added
    assert (entry.number, entry.event and entry.event.name()) == (NEXT, "leave")
    assert [one.act.name() for one in outcome.next] == ["correct", "offer-open"]
    with pytest.raises(NotAllowed):
        asked("sick-call", "2024-05-16 03:00", who=member("Aitken"), **fields)


def test_an_act_that_is_taken_away_is_missed_by_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    import pkgutil

    kept = [one for one in pkgutil.iter_modules(watchbill.acts.kinds.__path__)
            if one.name != "offer_open"]  # fmt: skip
    monkeypatch.setattr(pkgutil, "iter_modules", lambda *_: iter(kept))
    act_kinds.cache_clear()
    try:
        with pytest.raises(BadInput, match="no act has this name"):
            read_act("offer-open", {}, "the test")
        leave: dict[str, Any] = {
            "leave": {"person": "Calloway", "tour": "2024-05-16 07:00", "kind": "sick"}
        }
        outcome = asked("record", "2024-05-16 03:00", event=leave)
        assert [one.act.name() for one in outcome.next] == ["correct"]
    finally:
        act_kinds.cache_clear()


def test_every_act_says_who_may_ask_for_it_and_what_it_does() -> None:
    for name, kind in act_kinds().items():
        assert kind.roles, name
        assert kind.roles <= frozenset(ActingRole), name
        assert kind.summary(), name
        assert ActingRole.PAYROLL not in kind.roles, name


def test_a_request_is_written_as_it_is_read() -> None:
    act = read_act("offer-open", {"tour": "2024-05-16 07:00 +12h", "post": "crew", "why": "flood",
                                  "volunteers": ["Keane"], "known": None}, "the test")  # fmt: skip
    assert fields_of(act) == {
        "tour": "2024-05-16 07:00 +12h", "post": "crew", "why": "flood", "volunteers": ["Keane"]
    }  # fmt: skip
    assert read_act("offer-open", fields_of(act), "the test") == act


def test_what_is_wrong_with_a_request_is_told_with_its_field() -> None:
    for name, fields, message in (
        ("exchange-aks", {}, "did you mean exchange-ask"),
        ("change", {"person": "Aitken"}, "change.tour"),
        ("change", {"person": "Aitken", "tour": "soon", "to": "off"}, "change.tour"),
        ("record", {"event": {"held_ovr": {}}}, "did you mean held_over"),
        ("post", {"first": "2024-05-06", "last": "2024-05-19", "weeks": 2}, "weeks"),
    ):
        with pytest.raises(BadInput, match=message):
            read_act(name, fields, "the request")
