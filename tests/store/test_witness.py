"""Witness lines: a ledger whose end was cut off, or which was written anew, is found."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from tests.store.made_up import make_rows
from watchbill.kernel.problems import BadInput
from watchbill.store.witness import (
    Witness,
    against,
    hear,
    new_keys,
    read_private,
    read_public,
    read_witnesses,
    witness_line,
)

ROWS = make_rows(9)


def noted(tmp_path: Path, *lines: str) -> list[Witness]:
    path = tmp_path / "witnesses"
    path.write_text("\n".join(lines))
    return read_witnesses(path)


def test_a_ledger_that_goes_on_has_its_witnesses_still(tmp_path: Path) -> None:
    early, late = noted(tmp_path, witness_line(ROWS[3].head), "", witness_line(ROWS[8].head))
    assert (early.line, late.line) == (1, 3)
    assert against(early, ROWS) is None
    assert against(late, ROWS) is None
    assert "ends at entry 5" in (against(late, ROWS[:5]) or "")


def test_a_ledger_sealed_anew_is_found(tmp_path: Path) -> None:
    (witness,) = noted(tmp_path, witness_line(ROWS[5].head))
    forged = [*ROWS[:2], *make_rows(7, ROWS[1], by="somebody else")]
    assert "entry 6 has another digest" in (against(witness, forged) or "")
    assert against(witness, ROWS[:6]) is None


def test_a_line_signed_by_another_key_or_by_none_is_told(tmp_path: Path) -> None:
    for name in ("union", "employer"):
        new_keys(tmp_path / f"{name}.pem")
    assert stat.S_IMODE((tmp_path / "union.pem").stat().st_mode) == 0o600
    union = read_public(tmp_path / "union.public.pem")
    key, other = (read_private(tmp_path / f"{name}.pem") for name in ("union", "employer"))
    lines = [witness_line(ROWS[8].head, one) for one in (key, other, None)]
    spoken = [against(one, ROWS, union) for one in noted(tmp_path, *lines)]
    assert spoken == [
        None,
        "it is not signed by the key given",
        "it is not signed by the key given",
    ]
    heard = [hear(one, ROWS) for one in noted(tmp_path, *lines)]
    assert [one.against for one in heard] == [None, None, None]
    signers = [one.signer for one in heard]
    assert signers[2] is None
    assert len(set(signers)) == 3


def test_what_is_no_witness_and_what_is_no_key_is_told(tmp_path: Path) -> None:
    for text in ("", "{}", "[1]", '{"entry": 0, "digest": "a"}', '{"entry": 1, "digest": 2}',
                 '{"entry": 1, "digest": "a", "key": "AA=="}', "[" * 5000):  # fmt: skip
        with pytest.raises(BadInput, match="watchbill witness"):
            noted(tmp_path, text)
    path = tmp_path / "key.pem"
    public = new_keys(path).read_text()
    with pytest.raises(BadInput, match="no key can be written here"):
        new_keys(path)
    path.write_text(public)
    with pytest.raises(BadInput, match="not a private key"):
        read_private(path)
    path.write_text("-----BEGIN PUBLIC KEY-----\n")
    with pytest.raises(BadInput, match="not a public key"):
        read_public(path)
