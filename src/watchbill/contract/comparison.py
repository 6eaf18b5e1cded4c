"""Two agreements side by side."""

from __future__ import annotations

from watchbill.contract.record import VERSION, Version, record


@record
class SideRecord:
    """A rule on one side."""

    clause: str
    """Number of its clause."""
    says: str
    """What it says."""
    covers: str
    """Whom it covers."""


@record
class ComparedRecord:
    """Rules of one kind on both sides, or on one."""

    kind: str
    """The kind of rule."""
    summary: str
    """What rules of this kind are about."""
    same: bool
    """Whether both sides say the same."""
    left: SideRecord | None
    """The first agreement's; none where it has none."""
    right: SideRecord | None
    """The other's; none where it has none."""
    differences: tuple[str, ...]
    """By how much they differ, a sentence each."""
    better_for_employee: str | None
    """The side that is better for the employee in every case; none where neither is."""


@record
class ComparisonRecord:
    """Two agreements, kind by kind."""

    version: Version = VERSION
    left: str
    """What the first is called: its id, with what was chosen where the two have one id."""
    left_name: str
    """Its full name."""
    right: str
    """What the other is called."""
    right_name: str
    """Its full name."""
    summary: str
    """How many differences there are."""
    unknown: tuple[str, ...]
    """What differs or may differ and is not compared, a sentence each."""
    rows: tuple[ComparedRecord, ...]
    """Every rule of either side, those that are the same too."""


PUBLISHED = {"comparison": ComparisonRecord}
