"""What would follow from an act, and acts that are asked back, at the command line."""

from __future__ import annotations

from tests.cli.test_ledger_commands import Desk, desk

__all__ = ["desk"]
"""The fixture of the desk's own ledger."""


def test_what_would_follow_is_shown_and_nothing_is_entered(desk: Desk) -> None:
    before = desk.file.read_bytes()
    told = desk.does("change", "Aitken", "2024-05-14 07:00", "2024-05-14 09:00 +12h",
                     "--known", "2024-05-10 15:00", "--dry-run")  # fmt: skip
    assert told.startswith("Nothing was entered (--dry-run)")
    assert "Without a premium: told by 2024-04-30; or, told when it was, from 2024-05-24" in told
    assert "Cost: +96.00 CAD" in told
    assert "Next:" not in told
    assert desk.file.read_bytes() == before


def test_a_doubtful_vacancy_is_asked_back_and_any_act_goes_by_its_name(desk: Desk) -> None:
    night = ("--known", "2024-05-14 12:10")
    told = desk.does("offer open", "2024-05-16 19:00 +12h", "--post", "crew", *night, code=1)
    assert told.startswith("Nobody is missing at Ambulance crews then: it needs 3 and has 3.")
    assert "--sure" in told
    fields = "{clause: '12.04', by: union, why: letter}"
    assert "(letter)" in desk.does("act", "consent", fields, *night)
    assert "did you mean: consent" in desk.does("act", "consant", "{}", *night, code=2)
