"""Hours of a work period that are paid at the plain rate under federal law (29 CFR 553.230)."""

from __future__ import annotations

CEILINGS: dict[int, tuple[int, int]] = {
    28: (212, 171),
    27: (204, 165),
    26: (197, 159),
    25: (189, 153),
    24: (182, 147),
    23: (174, 141),
    22: (167, 134),
    21: (159, 128),
    20: (151, 122),
    19: (144, 116),
    18: (136, 110),
    17: (129, 104),
    16: (121, 98),
    15: (114, 92),
    14: (106, 86),
    13: (98, 79),
    12: (91, 73),
    11: (83, 67),
    10: (76, 61),
    9: (68, 55),
    8: (61, 49),
    7: (53, 43),
}
"""29 CFR 553.230: hours in a work period of so many days, for fire protection and for police."""

PLAIN_WEEK = 40
"""Hours a week above which overtime is due where no work period is adopted (29 USC 207(a))."""
