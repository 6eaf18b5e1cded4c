"""Checks a rotation against its instance file, sharing no code with what made it.

It reads the file by itself and looks at every day, run and succession of the rotation in the
plainest way. Slow and simple, so that it can be read and believed.
"""

from __future__ import annotations

from collections.abc import Sequence


def faults(instance: str, weeks: Sequence[str], letters: Sequence[str]) -> list[str]:
    """What is wrong with the rotation ``weeks`` for the ``instance`` text; none if it is right.

    ``letters`` is the rotation's letter of each tour, in the instance's order; ``-`` is off.
    """
    rows = [line.split() for line in instance.splitlines()]
    rows = [row for row in rows if row and not row[0].startswith("#")]
    week, people, tours = (int(rows.pop(0)[0]) for _ in range(3))
    need = [[int(word) for word in rows.pop(0)] for _ in range(tours)]
    lines = [rows.pop(0) for _ in range(tours)]
    off_least, off_most = (int(word) for word in rows.pop(0))
    work_least, work_most = (int(word) for word in rows.pop(0))
    rows.pop(0)
    letter_of = {line[0]: letter for line, letter in zip(lines, letters, strict=True)}
    letter_of["-"] = "-"

    found = _shape(weeks, week, people, letter_of)
    if found:
        return found
    text = "".join(weeks)
    for number, line in enumerate(lines):
        letter = letter_of[line[0]]
        for day in range(week):
            there = sum(1 for one in weeks if one[day] == letter)
            if there != need[number][day]:
                found.append(f"day {day + 1}: {there} on {letter}, need {need[number][day]}")
        found += _runs(text, letter, letter, int(line[3]), int(line[4]))
    found += _runs(text, "-", "days off", off_least, off_most)
    work = "".join("-" if day == "-" else "w" for day in text)
    found += _runs(work, "w", "work", work_least, work_most)
    for row in rows:
        succession = "".join(letter_of[name] for name in row)
        for at in range(len(text)):
            if all(text[(at + i) % len(text)] == day for i, day in enumerate(succession)):
                found.append(f"day {at + 1} of the rotation begins {succession}")
    return found


def _shape(weeks: Sequence[str], week: int, people: int, letter_of: dict[str, str]) -> list[str]:
    found = []
    if len(weeks) != people:
        found.append(f"{len(weeks)} weeks for {people} people")
    for number, one in enumerate(weeks, start=1):
        if len(one) != week:
            found.append(f"week {number} has {len(one)} days, not {week}")
        strange = sorted(set(one) - set(letter_of.values()))
        if strange:
            found.append(f"week {number} has {' '.join(strange)}, which is no tour")
    return found


def _runs(text: str, letter: str, name: str, least: int, most: int) -> list[str]:
    """Faults of the cyclic runs of ``letter``."""
    if letter not in text:
        return []
    if set(text) == {letter}:
        return [f"{name}: a run that never ends"]
    first_other = next(at for at, day in enumerate(text) if day != letter)
    turned = text[first_other:] + text[:first_other]
    gaps = "".join(day if day == letter else " " for day in turned)
    return [
        f"{name}: a run of {len(run)}, not {least} to {most}"
        for run in gaps.split()
        if not least <= len(run) <= most
    ]
