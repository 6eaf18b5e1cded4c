"""Reads the text format of the rotating-workforce benchmark (Musliu, TU Wien).

Blank lines and lines that begin with ``#`` are headings. The rest, in order: days in a week;
people; number of tours; a row of needs a tour; a line a tour (name, start, length, shortest and
longest run); runs of days off; runs of working days; how many successions of two and of three
are forbidden; then those, a line each.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from watchbill.design.rotation.problem import OFF, Limits, RotationNeed, RotationTour
from watchbill.kernel.problems import BadInput, Problem, nearest, shown
from watchbill.kernel.textfile import read_text

MAX_BYTES = 1_000_000
MAX_PEOPLE = 10_000
MAX_DAYS = 28
MAX_TOURS = 26
MINUTES_A_DAY = 24 * 60
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def read_rws(path: Path) -> RotationNeed:
    """The need in the file at ``path``. Raises :class:`BadInput`."""
    return parse_rws(read_text(path, str(path), MAX_BYTES), str(path))


def parse_rws(text: str, file: str) -> RotationNeed:
    """The need in ``text``, which its user knows as ``file``. Raises :class:`BadInput`."""
    return _Reader(text, file).read()


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    words: list[str]


class _Reader:
    """Takes the lines one after another and collects every problem."""

    def __init__(self, text: str, file: str) -> None:
        self._file = file
        self._problems: list[Problem] = []
        rows = enumerate(text.splitlines(), start=1)
        self._lines = [
            _Line(number, row.split())
            for number, row in rows
            if row.strip() and not row.lstrip().startswith("#")
        ]
        self._next = 0

    def read(self) -> RotationNeed:
        days = self._one("days in a week", 1, MAX_DAYS)
        people = self._one("people", 1, MAX_PEOPLE)
        count = self._one("number of tours", 1, MAX_TOURS)
        need = tuple(
            tuple(self._numbers(f"need of tour {tour + 1}", days, 0, MAX_PEOPLE))
            for tour in range(count)
        )
        tours = self._tours(count)
        days_off = self._limits("runs of days off")
        work = self._limits("runs of working days")
        twos, threes = self._numbers("counts of forbidden successions", 2, 0, 10_000)
        letter_of = {tour.name: tour.letter for tour in tours} | {OFF: OFF}
        sizes = [2] * twos + [3] * threes
        forbidden = tuple(self._succession(size, letter_of) for size in sizes)
        if self._next < len(self._lines):
            extra = self._lines[self._next]
            self._say(extra.number, "", "the file should end here", " ".join(extra.words))
        self._stop_at_problems()
        return RotationNeed(people, days, tours, need, days_off, work, forbidden)

    def _tours(self, count: int) -> tuple[RotationTour, ...]:
        names: list[str] = []
        rest: list[list[int]] = []
        for index in range(count):
            what = f"tour {index + 1}"
            line = self._line(what)
            if len(line.words) != 5:
                allowed = "name, start, length, shortest run, longest run"
                self._say(line.number, what, "five fields are needed", _text(line), allowed)
                self._stop_at_problems()
            name = line.words[0]
            if name == OFF or name in names:
                taken = "a day off is written so" if name == OFF else "another tour has this name"
                self._say(line.number, what, taken, name)
            names.append(name)
            start = self._number(line, 1, f"{what}, start", 0, MINUTES_A_DAY)
            length = self._number(line, 2, f"{what}, length", 1, 2 * MINUTES_A_DAY)
            rest.append([start, length, *self._run(line, 3, f"{what}, runs")])
        letters = _letters(names)
        return tuple(
            RotationTour(letter, name, start, length, Limits(shortest, longest))
            for letter, name, (start, length, shortest, longest) in zip(
                letters, names, rest, strict=True
            )
        )

    def _succession(self, size: int, letter_of: dict[str, str]) -> tuple[str, ...]:
        what = f"forbidden succession of {size}"
        line = self._line(what)
        if len(line.words) != size:
            self._say(line.number, what, f"{size} tours are needed", _text(line))
        for word in line.words:
            if word not in letter_of:
                known = ", ".join(letter_of)
                hint = nearest(word, letter_of)
                self._say(line.number, what, "no tour has this name", word, known, hint)
        return tuple(letter_of.get(word, OFF) for word in line.words)

    def _limits(self, what: str) -> Limits:
        line = self._line(what)
        if len(line.words) != 2:
            self._say(line.number, what, "shortest and longest are needed", _text(line))
            self._stop_at_problems()
        return Limits(*self._run(line, 0, what))

    def _run(self, line: _Line, at: int, what: str) -> tuple[int, int]:
        most = MAX_PEOPLE * MAX_DAYS
        shortest = self._number(line, at, what, 0, most)
        longest = self._number(line, at + 1, what, 0, most)
        if longest < shortest:
            found = f"{shortest} {longest}"
            self._say(line.number, what, "the longest is below the shortest", found)
        return shortest, longest

    def _one(self, what: str, least: int, most: int) -> int:
        """A figure that the rest of the file hangs on: without it reading ends."""
        value = self._numbers(what, 1, least, most)[0]
        self._stop_at_problems()
        return value

    def _numbers(self, what: str, count: int, least: int, most: int) -> list[int]:
        line = self._line(what)
        if len(line.words) != count:
            plural = "number is" if count == 1 else "numbers are"
            self._say(line.number, what, f"{count} {plural} needed", _text(line))
            return [least] * count
        return [self._number(line, at, what, least, most) for at in range(count)]

    def _number(self, line: _Line, at: int, what: str, least: int, most: int) -> int:
        word = line.words[at]
        if not (word.isascii() and word.isdigit() and len(word) < 10):
            self._say(line.number, what, "a whole number is needed", word, f"{least} to {most}")
            return least
        if not least <= int(word) <= most:
            self._say(line.number, what, "out of range", word, f"{least} to {most}")
            return least
        return int(word)

    def _line(self, what: str) -> _Line:
        if self._next == len(self._lines):
            last = self._lines[-1].number if self._lines else None
            self._say(last, what, "the file ends before this")
            raise BadInput(self._problems)
        self._next += 1
        return self._lines[self._next - 1]

    def _say(
        self,
        line: int | None,
        what: str,
        message: str,
        found: str | None = None,
        allowed: str | None = None,
        suggestion: str | None = None,
    ) -> None:
        found = None if found is None else shown(found)
        self._problems.append(Problem(self._file, line, what, message, found, allowed, suggestion))

    def _stop_at_problems(self) -> None:
        if self._problems:
            raise BadInput(self._problems)


def _text(line: _Line) -> str:
    return " ".join(line.words)


def _letters(names: list[str]) -> list[str]:
    """A letter a tour, none twice: one of its name's own where there is one left.

    Names of one letter keep it; the others choose after them.
    """
    taken = {name for name in names if len(name) == 1} | {OFF}
    letters: list[str] = []
    for name in names:
        if len(name) == 1:
            letters.append(name)
            continue
        own = (letter for letter in [*name.upper(), *LETTERS] if letter.isalnum())
        letter = next((letter for letter in own if letter not in taken), "?")
        taken.add(letter)
        letters.append(letter)
    return letters
