"""Docstrings as users read them."""

from watchbill.events.registry import event_kinds
from watchbill.kernel.doctext import doc_text
from watchbill.rules.registry import kinds


class Marked:
    """Leave from ``begins`` on, or ``all`` of it,

    as :class:`~watchbill.kernel.clock.Day` has it.
    """


def test_marks_go_and_a_word_is_put_as_files_have_it() -> None:
    assert doc_text(Marked) == "Leave from begins on, or all of it, as Day has it."
    told = doc_text(Marked, {"begins": "from"})
    assert told == "Leave from 'from' on, or all of it, as Day has it."


def test_no_kind_of_event_or_rule_keeps_a_mark() -> None:
    told = [doc_text(kind) for kind in event_kinds().values()]
    told += [kind.summary() for kind in kinds().values()]
    assert len(told) > 80
    assert [text for text in told if "`" in text or not text] == []
