"""A notation of hours in the tours of an agreement: 24/48 is worked in its tour of 24 hours."""

from __future__ import annotations

from collections.abc import Mapping

from watchbill.records.tours import TourType
from watchbill.rotation.notation import Pattern


def in_own_tours(pattern: Pattern, tours: Mapping[str, TourType]) -> Pattern:
    """The pattern in these tours, by their letters.

    A notation of hours gives lengths and no letters. Where one tour alone has such a length, that
    is the tour; where none has, or several, the pattern's letter stays as it is.
    """
    letters = {code: _letter(code, length, tours) for code, length in pattern.lengths.items()}
    return Pattern(
        tuple(letters.get(code, code) for code in pattern.codes),
        {letters[code]: length for code, length in pattern.lengths.items()},
    )


def _letter(code: str, length: int, tours: Mapping[str, TourType]) -> str:
    if code in tours and tours[code].length == length:
        return code
    alike = [letter for letter, tour in tours.items() if tour.length == length]
    return alike[0] if len(alike) == 1 else code
