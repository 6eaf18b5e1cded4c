"""What is stored of a text reads back as the same text, or is refused with the reason."""

from __future__ import annotations

import hashlib
import json
from decimal import Decimal
from pathlib import Path

import pytest

from watchbill.agreement.load import load_agreement
from watchbill.agreement.record import read_text_data, text_data
from watchbill.agreement.shipped import agreement_ids, agreement_path
from watchbill.agreement.succession import Text, TextKind
from watchbill.agreement.term import Continues
from watchbill.agreement.texts import gather_texts, texts_of
from watchbill.kernel.clock import parse_day
from watchbill.kernel.problems import BadInput

PROPOSAL = Path(__file__).parents[2] / "docs" / "proposals" / "seven-days-notice.yaml"


def there_and_back(text: Text, where: str | Path) -> Text:
    texts = gather_texts(where)
    data = json.loads(json.dumps(text_data(text)))
    return read_text_data(data, {texts.digest: texts})


@pytest.mark.parametrize("agreement", agreement_ids())
def test_every_shipped_agreement_is_stored_by_the_digest_of_its_file(agreement: str) -> None:
    text = Text(agreement, agreement=load_agreement(agreement))
    assert there_and_back(text, agreement) == text
    assert text.digest == hashlib.sha256(agreement_path(agreement).read_bytes()).hexdigest()


def test_dates_readings_figures_and_who_says_that_it_goes_on_are_stored() -> None:
    readings, chosen = {"12.02(a)": "calendar-year"}, {"overtime-rate": Decimal("1.75")}
    text = Text(
        "foothills-2023-2025",
        agreement=load_agreement("foothills-2023-2025", readings, chosen),
        begins=parse_day("2023-04-01"),
        ends=parse_day("2025-03-31"),
        goes_on=(Continues("the commission", parse_day("2025-04-01"), "letter of 2025-03-01"),),
        readings=readings,
        settings=chosen,
    )
    back = there_and_back(text, "foothills-2023-2025")
    assert text_data(back) == text_data(text)
    assert back.agreement is not None
    assert back.agreement.by_number["12.02(a)"].chosen == "calendar-year"
    rules = [rule for clause in back.agreement.clauses for rule in clause.rules]
    own = [rule for clause in load_agreement("foothills-2023-2025", readings, chosen).clauses
           for rule in clause.rules]  # fmt: skip
    assert rules == own


def test_a_proposal_is_stored_with_the_text_that_it_is_made_on() -> None:
    text = Text("seven-days-notice", agreement=load_agreement(PROPOSAL))
    assert there_and_back(text, PROPOSAL) == text
    assert len(gather_texts(PROPOSAL).chain) == 2


def test_an_award_is_stored_whole() -> None:
    award = Text("award", TextKind.READING, begins=parse_day("2024-01-01"), readings={"2": "short"})
    assert read_text_data(text_data(award), {}) == award


def test_a_text_that_is_not_kept_or_is_another_one_is_refused() -> None:
    data = text_data(Text("hsaa-ems", agreement=load_agreement("hsaa-ems")))
    with pytest.raises(BadInput, match="not kept beside"):
        read_text_data(data, {})
    other = gather_texts("kamloops-cso")
    with pytest.raises(BadInput, match="another text than the one that was stored"):
        read_text_data(data, {str(data["digest"]): other})


def test_one_letter_more_is_another_digest() -> None:
    text = agreement_path("kamloops-cso").read_text()
    assert texts_of(text, "one.yaml").digest == texts_of(text, "other.yaml").digest
    assert texts_of(text + " ", "one.yaml").digest != texts_of(text, "one.yaml").digest


def test_data_that_is_none_of_ours_is_told_by_its_keys() -> None:
    with pytest.raises(BadInput) as caught:
        read_text_data({"id": "hsaa-ems", "digest": "no", "begin": "2024-01-01"}, {})
    assert {one.path for one in caught.value.problems} == {"digest", "begin"}
