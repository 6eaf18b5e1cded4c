"""People by what others call them: the key, or the name where one alone has it."""

from __future__ import annotations

from watchbill.events.schedule import Schedule


def keys_of(schedule: Schedule, word: str) -> list[str]:
    """The keys of those whom the word may mean: the person of that key, else all of that name."""
    if word in schedule.people:
        return [word]
    return [key for key, standing in schedule.people.items() if standing.person.name == word]
