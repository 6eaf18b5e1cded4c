"""Somebody agrees to what a clause lets be done by agreement."""

from __future__ import annotations

from tests.events.stage import after, letters, sentence

CONSENT = 'consent: {clause: "5.1", by: union, at: 2024-05-10 09:00, person: Ames}'


def test_it_changes_no_tour_and_stands_with_the_person_whom_it_concerns() -> None:
    schedule = after(CONSENT)
    assert letters(schedule, "Ames") == letters(after(), "Ames")
    assert [known.event.name() for known in schedule.people["Ames"].events][-1] == "consent"


def test_it_is_told_with_who_agreed() -> None:
    told = sentence(CONSENT)
    assert told == "consent: clause 5.1, by union, at 2024-05-10 09:00, person Ames"
