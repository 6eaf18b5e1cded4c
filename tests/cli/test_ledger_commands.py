"""The desk and the pay line at the command line, on a ledger in a file."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

Done = subprocess.CompletedProcess[str]
BOTH = ("--written", "Aitken", "--written", "Calloway")
PROPOSAL = Path(__file__).parents[2] / "docs" / "proposals" / "seven-days-notice.yaml"


class Desk:
    """A supervisor at a terminal, with a ledger of their own."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.begun = 0
        """Entries of the service as it was taken up and posted; a test's come after them."""

    def number(self, place: int) -> str:
        """The number of the entry in that place, from 1 on, of those that a test makes."""
        return str(self.begun + place)

    def says(self, *words: str, code: int = 0) -> str:
        command = [sys.executable, "-m", "watchbill", *words]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == code, done.stdout + done.stderr
        assert "Traceback" not in done.stderr
        return done.stdout if code != 2 else done.stderr

    def does(self, command: str, *words: str, code: int = 0) -> str:
        return self.says(*command.split(), str(self.file), *words, code=code)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path / "summer.jsonl")
    made.does("post", "--service", "hsaa-station", "--from", "2024-05-06", "--to", "2024-06-30",
              "--at", "2024-04-05 09:00", "--known", "2024-04-05 09:00")  # fmt: skip
    made.begun = len(json.loads(made.does("log", "--json"))["entries"])
    return made


def test_a_change_at_short_notice_says_what_it_costs_and_which_clause_pays(desk: Desk) -> None:
    told = desk.does("change", "Aitken", "2024-05-14 07:00", "2024-05-14 09:00 +12h",
                     "--known", "2024-05-10 15:00", "--why", "training")  # fmt: skip
    assert "Cost: +96.00 CAD" in told
    assert "12.08(d): 2 h at 2 = 192.00." in told
    assert "Advanced care needs 1 from 2024-05-14 07:00 to 2024-05-14 09:00: 1 before, 0" in told
    assert "(training)" in desk.does("log")


def test_a_call_in_is_paid_its_minimum(desk: Desk) -> None:
    told = json.loads(
        desk.does("callin", "Aitken", "--report", "2024-05-12 03:00", "--worked", "1h30",
                  "--known", "2024-05-12 02:30", "--json")
    )  # fmt: skip
    assert [(one["clause"], one["hours"]) for one in told["lines"]] == [("12.06", "3.0000")]
    assert Decimal(told["cost"]) == Decimal("144.00")


def test_an_exchange_is_asked_judged_approved_and_undone_with_its_chain(desk: Desk) -> None:
    told = desk.does("exchange ask", "Aitken", "Calloway", "--gives", "2024-05-24 19:00",
                     "--gets", "2024-05-24 07:00", *BOTH,
                     "--known", "2024-05-13 09:00")  # fmt: skip
    assert (
        f"Exchange asked for in entry {desk.number(1)}: by the agreement it may be approved."
        in told
    )
    assert f"Next: watchbill exchange approve {desk.file} {desk.number(1)}" in told
    desk.does("exchange approve", desk.number(1), "--known", "2024-05-13 10:00")
    again = desk.does("exchange approve", desk.number(1), "--known", "2024-05-13 11:00", code=2)
    assert f"the exchange of entry {desk.number(1)} was approved already" in again
    desk.does("exchange ask", "Calloway", "Aitken", "--gives", "2024-05-24 19:00",
              "--gets", "2024-05-24 07:00", *BOTH, "--known", "2024-05-14 09:00")  # fmt: skip
    desk.does("exchange approve", desk.number(4), "--known", "2024-05-14 10:00")
    assert f"entries {desk.number(4)}" in desk.does(
        "exchange undo", desk.number(1), "--known", "2024-05-14 11:00", code=2
    )
    desk.does("exchange undo", desk.number(1), "--chain", "--known", "2024-05-14 11:00")
    held = json.loads(desk.does("as-of", "2024-06-01 00:00", "--person", "Aitken", "--json"))
    before = json.loads(desk.does("as-of", "2024-05-01 00:00", "--person", "Aitken", "--json"))
    assert held["people"] == before["people"]


def test_an_exchange_that_fails_a_condition_is_not_approved(desk: Desk) -> None:
    ask = ("Aitken", "Desai", "--gives", "2024-05-14 07:00", "--known", "2024-05-06 09:00")
    assert "refused" in desk.does("exchange ask", *ask, code=1)
    assert "refused" in desk.does("exchange judge", desk.number(1), code=1)
    entries = len(json.loads(desk.does("log", "--json"))["entries"])
    desk.does("exchange approve", desk.number(1), "--known", "2024-05-06 10:00", code=1)
    assert len(json.loads(desk.does("log", "--json"))["entries"]) == entries
    desk.does(
        "exchange refuse",
        desk.number(1),
        "--known",
        "2024-05-06 10:00",
        "--why",
        "no advanced care",
    )
    assert len(json.loads(desk.does("log", "--json"))["entries"]) == entries + 2


def test_why_gives_the_same_answer_to_the_letter_after_everything_that_followed(
    desk: Desk,
) -> None:
    desk.does("offer open", "2024-05-16 19:00 +12h", "--post", "crew", "--volunteer", "Keane",
              "--sure", "--known", "2024-05-14 12:10")  # fmt: skip
    first = desk.does("why", "Calloway", desk.number(1))
    assert "Calloway was number" in first
    assert "the same answer to the letter" in first
    desk.does(
        "offer answer", desk.number(1), "Aitken", "accepted", "--known", "2024-05-14 12:20", code=2
    )
    desk.does("record", "held_over: {person: Birch, tour: 2024-05-14 07:00,"
              " until: 2024-05-14 21:00}", "--known", "2024-05-14 21:05")  # fmt: skip
    assert desk.does("why", "Calloway", desk.number(1)) == first
    desk.does("offer answer", desk.number(1), "Keane", "accepted", "--known", "2024-05-15 12:20")
    assert desk.does("why", "Calloway", desk.number(1)).startswith(first.splitlines()[0])
    assert "accepted" in desk.does("offer show", desk.number(1))


def test_what_cannot_be_is_told_with_the_place_and_nothing_is_entered(desk: Desk) -> None:
    before = desk.file.read_bytes()
    for words, message in (
        (("change", "Aitkin", "2024-05-14 07:00", "off"), "did you mean: Aitken"),
        (("change", "Aitken", "yesterday", "soon"), "is not a tour: DATE TIME +LENGTH"),
        (("callin", "Aitken", "--report", "2024-05-12", "--worked", "1h"), "2024-05-06 07:00"),
        (("offer open", "2024-05-16 19:00 +12h", "--post", "crw"), "did you mean: crew"),
        (("record", "held_ovr: {person: Aitken}"), "did you mean: held_over"),
        (("record",), "say what happened"),
        (("why", "Calloway", "1"), "opens no vacancy"),
        (("exchange judge", "9"), "entry 9 asks for no exchange"),
        (
            ("exchange ask", "Aitken", "Calloway", "--gives", "2024-05-14 10:00"),
            "Aitken has no tour that starts 2024-05-14 10:00; the nearest starts 2024-05-14 07:00",
        ),
        (
            (
                "callin",
                "Aitken",
                "--report",
                "2024-05-12 03:00",
                "--worked",
                "1h",
                "--known",
                "2199-01-01 00:00",
            ),
            "nothing is known in the future",
        ),
        (
            (
                "record",
                "leave: {person: Aitken, tour: 2024-05-14 07:00, kind: sick}",
                "--known",
                "2025-03-09 02:30",
            ),
            "the clocks go forward then",
        ),
        (("as-of", "2020-01-01 00:00"), "nothing was posted then"),
        (("pay", "--from", "2030-01-01", "--to", "2030-01-31"), "the schedule runs from"),
    ):
        assert message in desk.does(*words, code=2), words
    assert desk.file.read_bytes() == before


def test_no_ledger_is_left_where_its_posting_cannot_be_and_none_is_written_over(
    tmp_path: Path,
) -> None:
    desk = Desk(tmp_path / "new.jsonl")
    dates = ("--from", "2024-05-06", "--to", "2024-05-01")
    told = desk.does("post", "--service", "hsaa-station", *dates, code=2)
    assert "it lies before the first date" in told
    assert not desk.file.exists()
    assert "no ledger file is here" in desk.does("log", code=2)
    desk.says("simulate", "hsaa-station", "--out", str(desk.file))
    before = desk.file.read_bytes()
    desk.says("simulate", "hsaa-station", "--seed", "2", "--out", str(desk.file), code=2)
    assert desk.file.read_bytes() == before


def test_a_service_of_ones_own_moves_with_its_ledger(tmp_path: Path) -> None:
    from watchbill.service.shipped import service_path

    folder = tmp_path / "one"
    shutil.copytree(service_path("hsaa-station").parent, folder)
    desk = Desk(folder / "a.jsonl")
    desk.does("post", "--service", str(folder / "service.yaml"), "--from", "2024-05-06",
              "--to", "2024-06-30", "--known", "2024-04-05 09:00")  # fmt: skip
    folder.rename(tmp_path / "two")
    desk.file = tmp_path / "two" / "a.jsonl"
    assert "Aitken" in desk.does("pay")
    assert "279,552.00 before" in desk.does("replay", "--reading", "12.08(d)=both")


def test_a_head_noted_earlier_shows_that_the_last_entries_are_gone(desk: Desk) -> None:
    begun = json.loads(desk.does("verify", "--json"))["head"]
    desk.does("callin", "Aitken", "--report", "2024-05-12 03:00", "--worked", "1h30",
              "--known", "2024-05-12 02:30")  # fmt: skip
    head = json.loads(desk.does("verify", "--json"))["head"]
    assert f"that of entry {desk.begun}; 1 follow" in desk.does("verify", "--head", begun)
    text = desk.file.read_bytes()
    desk.file.write_bytes(text[: text[:-1].rfind(b"\n") + 1])
    desk.does("verify")
    assert "No entry has the digest" in desk.does("verify", "--head", head[:8], code=1)
    desk.file.write_bytes(text[:-20])
    assert "an entry that was not finished" in desk.does("verify", "--head", head, code=1)


def test_the_other_agrees_in_writing_before_an_exchange_is_approved(desk: Desk) -> None:
    told = desk.does("exchange ask", "Aitken", "Calloway", "--gives", "2024-05-24 19:00",
                     "--gets", "2024-05-24 07:00",
                     "--known", "2024-05-13 09:00", code=1)  # fmt: skip
    assert "Calloway did not ask in writing" in told
    assert "exchange agree" in told
    assert "none of the two" in desk.does("exchange agree", desk.number(1), "Desai", code=2)
    desk.does("exchange agree", desk.number(1), "Calloway", "--known", "2024-05-13 09:30")
    again = desk.does(
        "exchange agree", desk.number(1), "Calloway", "--known", "2024-05-13 09:40", code=2
    )
    assert "agreed, in writing already" in again
    desk.does("exchange approve", desk.number(1), "--known", "2024-05-13 10:00")


def test_notice_that_came_later_than_the_change_was_entered_is_what_counts(desk: Desk) -> None:
    desk.does("change", "Aitken", "2024-05-14 07:00", "2024-05-14 09:00 +12h",
              "--known", "2024-04-20 15:00")  # fmt: skip
    assert "12.08(d)" not in desk.does("pay", "--person", "Aitken")
    told = desk.does("record", f"notice_given: {{person: Aitken, change: {desk.number(1)},"
                     " at: 2024-05-10 09:00}",
                     "--known", "2024-05-10 09:05")  # fmt: skip
    assert "Cost: +96.00 CAD" in told
    assert "told on 2024-05-10, 4 days ahead" in told
    wrong = f"notice_given: {{person: Birch, change: {desk.number(1)}, at: 2024-05-10 09:00}}"
    assert "changed no tour of Birch" in desk.does("record", wrong, code=2)


def test_a_night_is_walked_from_the_vacancy_to_the_reason(desk: Desk) -> None:
    night = ("--known", "2024-05-16 03:00")
    told = desk.does("record", "leave: {person: Calloway, tour: 2024-05-16 07:00, kind: sick}",
                     *night)  # fmt: skip
    assert f"offer open {desk.file} '2024-05-16 07:00 +12h' --post advanced" in told
    assert "--post crew" not in told
    told = desk.does("offer open", "2024-05-16 07:00 +12h", "--post", "advanced", *night)
    while " accepted " in told:
        person = told.rsplit("Next: ", 1)[1].split()[5]
        told = desk.does("offer answer", desk.number(2), person, "refused", *night)
    assert " ordered" in told
    person = told.rsplit("Next: ", 1)[1].split()[5]
    told = desk.does("offer answer", desk.number(2), person, "ordered", *night)
    assert "coverage is no worse" in told or "Finding" in told
    assert f"Next: watchbill why {desk.file} {person} {desk.number(2)}" in told


def test_a_tampered_ledger_is_refused_and_verify_names_the_first_broken_link(desk: Desk) -> None:
    desk.does("callin", "Aitken", "--report", "2024-05-12 03:00", "--worked", "1h30",
              "--known", "2024-05-12 02:30")  # fmt: skip
    text = desk.file.read_text()
    desk.file.write_text(text.replace("1h30", "9h30"))
    assert f"Broken at entry {desk.number(1)}" in desk.does("verify", code=1)
    assert f"broken at entry {desk.number(1)}" in desk.does("pay", code=2)


def test_a_half_written_line_was_acknowledged_to_nobody_and_gives_way(desk: Desk) -> None:
    with desk.file.open("a") as file:
        file.write('{"entry": "{\\"number\\": 2')
    assert f"{desk.begun} entries" in desk.does("verify")
    desk.does("callin", "Aitken", "--report", "2024-05-12 03:00", "--worked", "1h30",
              "--known", "2024-05-12 02:30")  # fmt: skip
    assert f"{desk.number(1)} entries, every seal holds" in desk.does("verify")


def test_pay_goes_out_as_csv_workbook_and_a_page_a_person(desk: Desk, tmp_path: Path) -> None:
    desk.does("callin", "Aitken", "--report", "2024-05-12 03:00", "--worked", "1h30",
              "--known", "2024-05-12 02:30")  # fmt: skip
    may = ("--from", "2024-05-06", "--to", "2024-05-31")
    desk.does("pay", *may, "--xlsx", str(tmp_path / "pay.xlsx"), "--payslips", str(tmp_path / "s"))
    told = json.loads(desk.does("pay", *may, "--json"))
    lines = told["lines"]
    assert (told["currency"], told["from"], told["to"]) == ("CAD", "2024-05-06", "2024-05-31")
    assert Decimal(told["amount"]) == sum(Decimal(one["amount"]) for one in lines)
    sheet = load_workbook(io.BytesIO((tmp_path / "pay.xlsx").read_bytes()))["People"]
    *people, everybody = list(sheet.iter_rows(min_row=2, values_only=True))
    assert everybody[0] == "All"
    assert Decimal(str(everybody[3])) == sum(Decimal(one["amount"]) for one in lines)
    assert len(people) == len(list((tmp_path / "s").iterdir()))
    slip = (tmp_path / "s" / "aitken.html").read_text()
    assert "12.06" in slip
    assert f"Rests on entry {desk.number(1)}" in slip


def test_a_year_is_replayed_under_a_proposal_and_under_itself(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "year.jsonl")
    desk.says("simulate", "hsaa-station", "--year", "2024", "--seed", "1", "--out", str(desk.file))
    found = json.loads(desk.does("replay", "--with", str(PROPOSAL), "--json"))
    assert Decimal(found["difference"]) < 0
    clauses = {one["name"] for one in found["by_clause"]}
    assert clauses == {"12.08(b)", "12.08(c)", "basic"}
    for name in ("by_clause", "by_person", "by_month"):
        differences = [Decimal(one["difference"]) for one in found[name]]
        assert sum(differences) == Decimal(found["difference"])
    same = json.loads(desk.does("replay", "--json"))
    assert Decimal(same["difference"]) == 0
    assert not same["by_clause"]
    desk.does("replay", "--with", str(PROPOSAL), "--html", str(tmp_path / "replay.html"))
    assert "<svg" in (tmp_path / "replay.html").read_text()


def test_a_grievance_file_has_the_schedule_the_clause_the_working_and_the_digest(
    tmp_path: Path,
) -> None:
    desk = Desk(tmp_path / "year.jsonl")
    desk.says("simulate", "hsaa-station", "--year", "2024", "--seed", "1", "--out", str(desk.file))
    page, pdf = tmp_path / "g.html", tmp_path / "g.pdf"
    january = ("--from", "2024-01-01", "--to", "2024-01-31", "--clause", "12.08(b)")
    desk.does("grievance", "Pascoe", *january, "--html", str(page), "--pdf", str(pdf))
    text = page.read_text()
    head = json.loads(desk.does("verify", "--json"))["head"]
    for part in (head, "12.08(b)", "As posted", "As worked", "960.00", "Rests on entry"):
        assert part in text
    assert pdf.read_bytes().startswith(b"%PDF")
    both = desk.does("grievance", "Pascoe", "--clause", "99.9", code=2)
    assert "the agreement has no clause of this number" in both
    assert "say where to write it" in both
