"""Which text is in force on a date: for a row of dates one, or none with the reason."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from watchbill.agreement.computed import computed
from watchbill.agreement.load import load_agreement, parse_agreement
from watchbill.agreement.model import Agreement
from watchbill.agreement.shipped import agreement_ids
from watchbill.agreement.succession import (
    InForce,
    OutsideTerm,
    Succession,
    Text,
    TextKind,
    succession,
)
from watchbill.agreement.term import Continues
from watchbill.kernel.clock import Day, day_text, parse_day
from watchbill.kernel.problems import BadInput

ROW = ("1999-12-31", "2021-12-05", "2022-12-31", "2023-01-01", "2024-02-29", "2025-12-31",
       "2026-01-01", "2031-07-01")  # fmt: skip
FOOTHILLS = "foothills-2023-2025"
IN_FOOTHILLS = {"2023-01-01", "2024-02-29", "2025-12-31"}
"""Of the row, the dates within the term of the only agreement that states one."""

MADE_UP = """
agreement: {id}
name: Made up
parties: {{employer: A, union: B}}
term: {term}
time_zone: America/Edmonton
definitions: {{classifications: {{medic: Medic}}, statuses: {{regular full-time: Full}}}}
parameters:
  most:
    says: The most hours of a week.
    default: 40
{figures}
clauses:
  - clause: "1"
    heading: Week
    reading: So many hours.
    rules:
      - average-hours: {{at_most: $most, period: week}}
  - clause: "2"
    heading: Rest
    reading: So much rest.
    readings:
      long: {{says: Long., rules: [{{rest: {{at_least: 12h}}}}]}}
      short: {{says: Short., rules: [{{rest: {{at_least: 8h}}}}]}}
"""


def day(text: str) -> Day:
    return parse_day(text)


def made_up(term: str = "{}", figures: str = "", name: str = "made-up") -> Agreement:
    return parse_agreement(MADE_UP.format(id=name, term=term, figures=figures), "made-up.yaml")


def of_years(first: int, last: int) -> Text:
    name = f"of-{first}"
    term = f"{{begins: {first}-01-01, ends: {last}-12-31}}"
    return Text(name, agreement=made_up(term, name=name))


def named(texts: Agreement | Succession, on: str) -> str | None:
    """The id of the text in force; ``None`` where none is, which is said in a sentence."""
    answer = succession(texts).in_force(day(on))
    if isinstance(answer, OutsideTerm):
        assert answer.sentence.endswith(".")
        assert answer.enter
        return None
    return answer.text.id


@pytest.mark.parametrize("agreement", agreement_ids())
def test_for_a_row_of_dates_exactly_one_text_is_in_force_or_none_and_that_is_said(
    agreement: str,
) -> None:
    loaded = load_agreement(agreement)
    expected = IN_FOOTHILLS if agreement == FOOTHILLS else set(ROW)
    assert {on for on in ROW if named(loaded, on) == agreement} == expected
    assert {on for on in ROW if named(loaded, on) is None} == set(ROW) - expected


def test_what_lies_outside_the_term_is_told_with_the_day_and_that_it_is_assumed() -> None:
    texts = succession(load_agreement(FOOTHILLS))
    before, after = texts.in_force(day("2022-12-31")), texts.in_force(day("2026-01-01"))
    assert isinstance(before, OutsideTerm)
    assert before.sentence == (
        "foothills-2023-2025 begins on 2023-01-01 (an assumed day); no text that was in force"
        " before it is known."
    )
    assert isinstance(after, OutsideTerm)
    assert after.sentence == (
        "foothills-2023-2025 ended on 2025-12-31 (an assumed day); nobody has said that it goes"
        " on until a new one."
    )


def test_somebody_says_that_it_goes_on_and_every_answer_says_who() -> None:
    said = Continues("the commission", day("2026-02-01"), "letter of 2026-01-20")
    texts = Succession((Text(FOOTHILLS, agreement=load_agreement(FOOTHILLS), goes_on=(said,)),))
    row = ("2025-12-31", "2026-01-31", "2026-02-01", "2031-01-01")
    assert [named(texts, on) for on in row] == [FOOTHILLS, None, FOOTHILLS, FOOTHILLS]
    answer, not_yet = texts.in_force(day("2031-01-01")), texts.in_force(day("2026-01-31"))
    assert isinstance(answer, InForce)
    assert answer.note == (
        "foothills-2023-2025 ended on 2025-12-31 (an assumed day); the commission says that it"
        " goes on from 2026-02-01 until a new one (letter of 2026-01-20)."
    )
    assert isinstance(not_yet, OutsideTerm)
    assert "of the dates before nobody has" in not_yet.sentence
    within = texts.in_force(day("2025-12-31"))
    assert isinstance(within, InForce)
    assert within.note is None


def test_of_several_who_say_so_the_one_is_named_whose_word_holds_then() -> None:
    first = Continues("the commission", day("2026-01-01"), "")
    second = Continues("the arbitrator", day("2027-01-01"), "")
    loaded = load_agreement(FOOTHILLS)
    texts = Succession((Text(FOOTHILLS, agreement=loaded, goes_on=(second, first)),))
    for on, who in (("2026-06-01", "the commission"), ("2027-06-01", "the arbitrator")):
        answer = texts.in_force(day(on))
        assert isinstance(answer, InForce)
        assert f"; {who} says" in str(answer.note)


def test_a_text_says_itself_that_it_goes_on() -> None:
    loaded = made_up("{begins: 2020-01-01, ends: 2020-12-31, goes_on: {clause: '9.02'}}")
    answer = succession(loaded).in_force(day("2021-01-01"))
    assert isinstance(answer, InForce)
    assert answer.note == (
        "made-up ended on 2020-12-31; its own clause 9.02 says that it goes on from 2021-01-01"
        " until a new one."
    )


def test_a_new_text_takes_the_place_of_the_one_that_went_on_and_of_one_not_yet_ended() -> None:
    first, second, third = of_years(2019, 2020), of_years(2022, 2024), of_years(2024, 2025)
    said = Continues("the union", day("2021-01-01"), "")
    texts = Succession((third, Text(first.id, agreement=first.agreement, goes_on=(said,)), second))
    row = ("2018-12-31", "2019-01-01", "2021-06-01", "2022-01-01", "2023-12-31", "2024-01-01",
           "2025-12-31", "2026-01-01")  # fmt: skip
    assert [named(texts, on) for on in row] == [
        None, "of-2019", "of-2019", "of-2022", "of-2022", "of-2024", "of-2024", None]  # fmt: skip


def test_between_two_terms_the_next_one_is_named() -> None:
    answer = Succession((of_years(2019, 2020), of_years(2022, 2024))).in_force(day("2021-06-01"))
    assert isinstance(answer, OutsideTerm)
    assert answer.sentence.endswith("The next, of-2022, begins on 2022-01-01.")


def test_two_agreements_of_one_first_date_are_refused_by_name() -> None:
    one, other = of_years(2019, 2020), made_up("{begins: 2019-01-01}", name="other")
    with pytest.raises(BadInput, match="on which of-2019 begins too") as caught:
        Succession((one, Text("other", agreement=other)))
    assert caught.value.problems[0].file == "other"
    with pytest.raises(BadInput, match="at least one agreement"):
        Succession(())


FIGURES = """
    figures:
      - {begins: 2020-07-01, value: 38, source: Memorandum 3}
      - {begins: 2021-07-01, value: 36, source: Memorandum 4}
"""


def most(texts: Agreement | Succession, on: str) -> str:
    answer = succession(texts).in_force(day(on))
    assert isinstance(answer, InForce)
    return answer.agreement.by_number["1"].rules[0].says()


def test_a_figure_holds_from_its_date_on_with_its_source() -> None:
    loaded = made_up(figures=FIGURES)
    said = [most(loaded, on) for on in ("2020-06-30", "2020-07-01", "2021-06-30", "2021-07-01")]
    assert [text.partition(" hours")[0] for text in said] == [
        "At most 40", "At most 38", "At most 38", "At most 36"]  # fmt: skip
    assert [one.source for one in loaded.parameters[0].figures] == ["Memorandum 3", "Memorandum 4"]


def test_what_a_service_says_beside_the_text_holds_after_a_figure_changed_too() -> None:
    loaded = replace(made_up(figures=FIGURES), leave_kinds={"flood leave": True})
    for on in ("2020-06-30", "2020-07-01", "2022-01-01"):
        answer = succession(loaded).in_force(day(on))
        assert isinstance(answer, InForce)
        assert answer.agreement.leave_kinds == {"flood leave": True}


def test_a_figure_that_is_chosen_holds_on_every_date() -> None:
    text = MADE_UP.format(id="made-up", term="{}", figures=FIGURES)
    chosen = parse_agreement(text, "made-up.yaml", settings={"most": 44})
    assert not chosen.later
    assert most(chosen, "2022-01-01").startswith("At most 44")


def test_figures_out_of_the_order_of_their_dates_are_told_with_their_line() -> None:
    wrong = FIGURES.replace("2021-07-01", "2020-07-01")
    with pytest.raises(BadInput, match="after the one before it") as caught:
        made_up(figures=wrong)
    assert caught.value.problems[0].line == 15


def test_a_reading_says_from_a_date_on_how_a_clause_is_read() -> None:
    award = Text("award", TextKind.READING, begins=day("2021-03-01"), readings={"2": "short"})
    texts = Succession((Text("made-up", agreement=made_up(figures=FIGURES)), award))

    def rest(on: str) -> str | None:
        answer = texts.in_force(day(on))
        assert isinstance(answer, InForce)
        return answer.agreement.by_number["2"].chosen

    assert (rest("2021-02-28"), rest("2021-03-01"), rest("2022-01-01")) == (
        "long",
        "short",
        "short",
    )
    with pytest.raises(BadInput, match="did you mean short"):
        Succession((texts.texts[0], Text("award", TextKind.READING, readings={"2": "shrt"})))


def test_statutes_stand_beneath_for_their_own_dates() -> None:
    law = Text("law", TextKind.STATUTE, made_up("{begins: 2021-01-01}", name="law"))
    texts = Succession((Text("made-up", agreement=made_up()), law))
    found = [texts.in_force(day(on)) for on in ("2020-12-31", "2021-01-01")]
    beneath = [[law.id for law in one.beneath] for one in found if isinstance(one, InForce)]
    assert beneath == [[], ["law"]]


def test_dates_are_parted_into_what_is_computed_and_what_is_said() -> None:
    held = computed(Succession((of_years(2020, 2020), of_years(2022, 2022))),
                    day("2019-12-30"), day("2022-01-05"))  # fmt: skip
    assert (day_text(held.first), day_text(held.last)) == ("2020-01-01", "2022-01-05")
    assert [str(one) for one in held.outside] == [
        "2019-12-30 to 2019-12-31", "2021-01-01 to 2021-12-31"]  # fmt: skip
    assert not held.covers(day("2021-06-01"))
    assert held.covers(day("2020-12-31"))
    assert all(note.startswith("Not computed: ") for note in held.notes)


def test_dates_wholly_outside_are_refused_with_what_to_enter() -> None:
    with pytest.raises(BadInput, match="no agreement is in force then") as caught:
        computed(load_agreement(FOOTHILLS), day("2031-01-01"), day("2031-02-01"))
    assert caught.value.problems[0].found == "2031-01-01 to 2031-02-01"
    assert "who says that this one goes on" in str(caught.value.problems[0].allowed)


YEARS = st.integers(2000, 2030)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.tuples(YEARS, st.integers(0, 4), st.booleans()), min_size=1, max_size=4,
             unique_by=lambda one: one[0]),
    st.integers(-800, 12_000),
    st.integers(0, 900),
)  # fmt: skip
def test_spells_follow_each_other_without_a_gap_and_answer_as_each_of_their_dates(
    terms: list[tuple[int, int, bool]], start: int, length: int
) -> None:
    texts = []
    for first, years, goes_on in terms:
        text = of_years(first, first + years)
        said = Continues("somebody", day(f"{first + years + 1}-01-11"), "")
        texts.append(Text(text.id, agreement=text.agreement, goes_on=(said,) if goes_on else ()))
    held = Succession(tuple(texts))
    begin = Day(day("2000-01-01") + start)
    spells = held.over(begin, Day(begin + length))
    assert (spells[0].first, spells[-1].last) == (begin, begin + length)
    assert all(one.last + 1 == two.first for one, two in pairwise(spells))
    for spell in spells:
        for on in {spell.first, Day((spell.first + spell.last) // 2), spell.last}:
            assert held.in_force(on) == spell.answer


def written(folder: Path, name: str, on: str) -> Path:
    path = folder / f"{name}.yaml"
    path.write_text(f"proposal: {name}\non: {on}\nname: {name}\n")
    return path


def test_a_proposal_on_itself_is_told_as_a_circle(tmp_path: Path) -> None:
    path = written(tmp_path, "own", "own.yaml")
    with pytest.raises(BadInput, match=r"own\.yaml is made on itself") as caught:
        load_agreement(path)
    assert [one.line for one in caught.value.problems] == [2]


def test_two_proposals_on_each_other_are_told_as_a_circle_with_both_names(tmp_path: Path) -> None:
    first = written(tmp_path, "first", "second.yaml")
    written(tmp_path, "second", "first.yaml")
    with pytest.raises(BadInput, match=r"first\.yaml is made on .*second\.yaml, which is made on"):
        load_agreement(first)
    written(tmp_path, "third", "first.yaml")
    with pytest.raises(BadInput, match="a circle, with no agreement beneath it"):
        load_agreement(tmp_path / "third.yaml")


def test_a_proposal_on_a_proposal_has_the_changes_of_both(tmp_path: Path) -> None:
    written(tmp_path, "under", "hsaa-ems")
    (tmp_path / "under.yaml").write_text(
        "proposal: under\non: hsaa-ems\nname: Under\nwithout: ['12.11']\n"
    )
    path = tmp_path / "over.yaml"
    path.write_text("proposal: over\non: under.yaml\nname: Over\nwithout: ['12.10']\n")
    loaded = load_agreement(path)
    assert (loaded.id, loaded.on) == ("over", "hsaa-ems")
    assert {"12.10", "12.11"} & set(loaded.by_number) == set()
    assert load_agreement("hsaa-ems").digest != loaded.digest
