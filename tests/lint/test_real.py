"""What the lint says of the agreements that ship: every defect that is real, and nothing else."""

from __future__ import annotations

import pytest

from watchbill.agreement.load import load_agreement
from watchbill.agreement.shipped import agreement_ids
from watchbill.lint.lint import lint
from watchbill.lint.remark import Gravity

REST = ("note", "missing clauses", (), "rest")
POSTING = ("note", "missing clauses", (), "posting")

REAL: dict[str, list[tuple[str, str, tuple[str, ...], str]]] = {
    "au-enterprise-12-hour": [
        REST,
        POSTING,
        ("note", "open questions", ("(a)",), "any-tour; whole-line"),
        (
            "note",
            "open questions",
            ("(d)(iii)",),
            "finish-with-the-others; twelve-hours; meeting-withdrawn",
        ),
        ("warning", "accounts of hours", ("(d)", "(d)(iii)"), "42.58 h/week; 42 h/week"),
    ],
    "fire-48-hour": [
        POSTING,
        ("note", "clock changes", ("B",), "48.33 h/week; 48 h/week"),
        ("note", "work period", ("B",), "48 h/week; 40 h/week"),
        ("note", "open questions", ("E",), "net-excess; every-hour-outside"),
        (
            "note",
            "open questions",
            ("H",),
            "each-in-full; no-hour-twice; one-stretch; one-stretch-no-hour-twice",
        ),
    ],
    "fire-district-21-day": [
        POSTING,
        ("note", "clock changes", ("13.02",), "48.33 h/week; 48 h/week"),
    ],
    "fire-rescue-command": [
        POSTING,
        ("note", "open figures", (), "work-period-from"),
        ("note", "clock changes", ("18.1",), "48.33 h/week; 48 h/week"),
        ("note", "clock changes", ("18.5",), "49 h/week; 48 h/week"),
        ("note", "work period", ("18.1",), "48 h/week; 40 h/week"),
        ("note", "work period", ("18.5",), "48 h/week; 40 h/week"),
        ("note", "open questions", ("18.1",), "only-beyond; all-of-it"),
    ],
    "fire-rescue-rank": [
        POSTING,
        ("note", "open figures", (), "work-period-from"),
        ("note", "clock changes", ("18.1",), "48.33 h/week; 48 h/week"),
        ("note", "work period", ("18.1",), "48 h/week; 40 h/week"),
        ("note", "open questions", ("18.5",), "pilot-exists; only-discussed"),
    ],
    "foothills-2023-2025": [
        ("warning", "references", ("12.04(b)",), "12.02(a)"),
        ("warning", "references", ("12.07(a)",), "12.07"),
        ("warning", "references", ("12.11",), "12.10"),
        REST,
        ("note", "open figures", (), "reasonable-notice"),
        ("note", "open questions", ("12.02(a)",), "fifty-two-weeks; calendar-year"),
        ("note", "clock changes", ("12.02(a)",), "42.13 h/week; 42 h/week"),
        ("note", "own rotation", ("12.02(a)",), "2,190 h/year; 2,184 h/year"),
        ("note", "clock changes", ("12.02(b)",), "42.13 h/week; 42 h/week"),
        ("note", "open questions", ("12.04(a)",), "whole-tours; part-tours"),
        ("note", "references", ("12.07(a)",), "12.07"),
        ("note", "open questions", ("12.07(d)",), "same-kind; both"),
        (
            "note",
            "open questions",
            ("12.05",),
            "each-in-full; no-hour-twice; one-stretch; one-stretch-no-hour-twice",
        ),
        ("note", "open questions", ("12.07(b)",), "whole-tour; hours-of-the-day"),
        ("note", "open questions", ("12.07(c)",), "as-listed; any-kind"),
        ("warning", "references", ("12.11",), "12.02"),
    ],
    "hsaa-ems": [
        ("error", "contradictions", ("12.04",), "48 h/week; 42 h/week"),
        ("error", "stated hours", ("12.04",), "48 h/week; 2,190 h/year"),
        REST,
        ("note", "open figures", (), "four-weeks-from"),
        ("note", "open figures", (), "reasonable-notice"),
        ("note", "clock changes", ("12.02",), "42.88 h/week; 42 h/week"),
        ("note", "clock changes", ("12.03",), "42.88 h/week; 42 h/week"),
        ("note", "open questions", ("12.04",), "2190-hours; 48-hours"),
        ("note", "references", ("12.08(a)",), "12.08"),
        ("note", "open questions", ("12.08(c)",), "as-listed; any-kind"),
        ("note", "open questions", ("12.11",), "fixed-blocks; rolling"),
        ("note", "open questions", ("12.02",), "at-most; exactly"),
        ("note", "open questions", ("12.03",), "at-most; exactly"),
        (
            "note",
            "open questions",
            ("12.06",),
            "each-in-full; no-hour-twice; one-stretch; one-stretch-no-hour-twice",
        ),
        ("note", "open questions", ("12.08(b)",), "whole-tour; hours-of-the-day"),
        (
            "note",
            "open questions",
            ("12.08(d)",),
            "same-kind; both; later-nothing; later-at-the-end",
        ),
    ],
    "kamloops-cso": [("note", "clock changes", ("A1",), "42.88 h/week; 42 h/week")],
    "north-bay-police": [
        ("note", "open figures", (), "compressed-week"),
        ("note", "open questions", ("5.01",), "percent-of-pay; percent-of-hours"),
        ("note", "open questions", ("5.02",), "calendar-week; any-seven-days"),
    ],
    "seattle-fire-chiefs-1": [
        REST,
        POSTING,
        ("note", "open questions", ("4.5.1",), "as-stated; exact"),
    ],
    "seattle-fire-chiefs-2": [
        ("error", "references", ("4.8.3",), "4.5.4"),
        ("error", "references", ("4.8.3",), "4.5.5"),
        ("error", "references", ("4.8.3",), "4.5.6"),
        POSTING,
        ("note", "open questions", ("4.8.1",), "as-stated; exact"),
    ],
    "seattle-police": [
        (
            "note",
            "accounts of hours",
            ("5.1", "5.1 [communications]"),
            "2,190 h/year; 2,088 h/year",
        ),
        (
            "note",
            "accounts of hours",
            ("5.1", "5.1 [delayed furlough]"),
            "2,190 h/year; 2,088 h/year",
        ),
        REST,
        POSTING,
        ("note", "work period", ("5.1 [communications]",), "42 h/week; 40 h/week"),
        ("note", "work period", ("5.1 [delayed furlough]",), "42 h/week; 40 h/week"),
        ("note", "clock changes", ("5.1 [ten-hour patrol]",), "41 h/week; 40 h/week"),
        ("note", "open questions", ("5.1 [cycles]",), "officers-a; officers-b"),
        ("note", "open questions", ("5.1.1",), "calendar-week; any-seven-days"),
    ],
    "wa-medical-2013": [
        POSTING,
    ],
}


@pytest.mark.parametrize("agreement", agreement_ids())
def test_what_is_real_is_told_and_nothing_else(agreement: str) -> None:
    told = [
        (str(one.gravity), one.check, one.clauses, "; ".join(one.figures))
        for one in lint(load_agreement(agreement))
    ]
    assert sorted(told) == sorted(REAL[agreement])


@pytest.mark.parametrize("agreement", agreement_ids())
def test_a_remark_has_the_line_of_its_clause(agreement: str) -> None:
    loaded = load_agreement(agreement)
    for one in lint(loaded):
        assert one.line == (loaded.by_number[one.clauses[0]].line if one.clauses else 1)
        assert one.sentence.endswith(".")


def test_what_another_reading_would_bring_has_its_name() -> None:
    (other,) = [one for one in lint(load_agreement("foothills-2023-2025")) if one.reading]
    assert (other.reading, other.gravity) == ("12.02(a): calendar-year", Gravity.NOTE)
    chosen = lint(load_agreement("foothills-2023-2025", {"12.02(a)": "calendar-year"}))
    (same,) = [one for one in chosen if one.figures == other.figures]
    assert (same.reading, same.gravity) == (None, Gravity.ERROR)


def test_forty_eight_hours_contradict_the_year_by_the_other_reading_too() -> None:
    chosen = lint(load_agreement("hsaa-ems", {"12.04": "48-hours"}))
    counted = [(one.check, one.clauses) for one in chosen if one.counts]
    assert counted == [("stated hours", ("12.04",))]
