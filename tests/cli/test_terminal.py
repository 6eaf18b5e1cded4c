"""What a person sees in a window, and what a program reads from a pipe."""

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios

import pytest

from tests.cli.test_commands import watchbill

CODES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
COLOUR = re.compile(r"\x1b\[[0-9;]*(?:3[0-8]|4[0-8])[;m]")


def at_terminal(columns: int, *words: str, **environment: str) -> str:
    """Everything that the command writes to a window so many columns wide."""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    keep = {key: value for key, value in os.environ.items()
            if key not in {"NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES"}}  # fmt: skip
    running = subprocess.Popen(
        [sys.executable, "-m", "watchbill", *words],
        stdin=follower,
        stdout=follower,
        stderr=follower,
        env=keep | {"TERM": "xterm-256color"} | environment,
    )
    os.close(follower)
    shown = b""
    while True:
        try:
            part = os.read(leader, 65_536)
        except OSError:  # Linux's way to say that the other end has closed
            break
        if not part:
            break
        shown += part
    os.close(leader)
    running.wait()
    return shown.decode().replace("\r\n", "\n")


@pytest.mark.parametrize("columns", [60, 80, 120, 200])
@pytest.mark.parametrize(
    "words",
    [
        ("build", "hsaa-station"),
        ("build", "kamloops-cso", "--weeks", "2"),
        ("audit", "foothills-communications"),
        ("check", "foothills-2023-2025"),
        ("rotation", "24/48 kelly 7", "--platoons", "3"),
        ("build", "--help"),
    ],
)
def test_nothing_is_wider_than_the_window(columns: int, words: tuple[str, ...]) -> None:
    shown = CODES.sub("", at_terminal(columns, *words))
    assert max(map(len, shown.splitlines())) <= columns
    assert "Traceback" not in shown


@pytest.mark.parametrize(("columns", "blocks"), [(60, 8), (80, 4), (120, 4), (160, 2)])
def test_the_board_has_as_many_days_a_block_as_fit(columns: int, blocks: int) -> None:
    shown = CODES.sub("", at_terminal(columns, "build", "hsaa-station"))
    assert shown.count("Platoon ALPHA A") == blocks
    assert len(re.findall(r"^ +Mo  Tu", shown, re.MULTILINE)) == blocks


def test_people_see_colours_and_may_do_without() -> None:
    words = ("build", "kamloops-cso", "--weeks", "2")
    assert COLOUR.search(at_terminal(80, *words))
    assert not COLOUR.search(at_terminal(80, *words, NO_COLOR="1"))
    assert not CODES.search(at_terminal(80, *words, "--plain"))


def test_plain_at_a_terminal_is_what_a_pipe_gets() -> None:
    words = ("audit", "foothills-communications")
    assert at_terminal(80, *words, "--plain") == watchbill(*words).stdout


def test_a_program_gets_a_finding_a_line() -> None:
    lines = watchbill("audit", "foothills-communications").stdout.splitlines()
    assert [line.split()[:3] for line in lines if line.startswith("12.02")] == [
        ["12.02(a)", "breach", name] for name in ("Thibault", "Unger", "Vasquez", "Whelan", "Yeung")
    ] + [["12.02(b)", "breach", "Sorensen"]]


def test_a_person_sees_findings_that_say_the_same_as_one() -> None:
    shown = CODES.sub("", at_terminal(100, "audit", "foothills-communications"))
    assert shown.count("average 42.13") == 2
    assert all(name in shown for name in ("Thibault", "Unger", "Vasquez", "Whelan", "Yeung"))


def test_a_shortage_is_shown_with_post_times_and_number() -> None:
    shown = watchbill("build", "hsaa-station").stdout
    row = next(line for line in shown.splitlines() if line.startswith("Ambulance crews  2024"))
    assert row.split() == ["Ambulance", "crews", "2024-05-24", "07:00", "2024-05-24", "10:00",
                           "3", "h", "3", "2", "1"]  # fmt: skip


def test_check_marks_assumptions_and_the_reading_in_force() -> None:
    assumed = watchbill("check", "kamloops-cso").stdout
    assert "8 clauses: 7 with something to compute, 1 recorded on purpose, 0 with" in assumed
    assert "assumed in 8, missing in 0" in assumed
    assert "Assumed: 42 hours a week over 365 days." in assumed
    other = watchbill("check", "foothills-2023-2025", "--reading", "12.02(a)=calendar-year").stdout
    assert "Reading calendar-year (in force)" in other
    assert "in a year of 365 days" in other


def test_help_comes_without_loading_the_core() -> None:
    code = "import sys; sys.argv = ['watchbill', '--help']\n" \
           "from watchbill.cli import main\n" \
           "try: main()\n" \
           "except SystemExit: pass\n" \
           "loaded = {'networkx', 'pydantic', 'ruamel.yaml', 'django', 'openpyxl'}\n" \
           "print('loaded', sorted(loaded & set(sys.modules)))"  # fmt: skip
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "loaded []"


@pytest.mark.parametrize(
    "words", [("check", "hsaa-ems"), ("build", "hsaa-station"), ("rotation", "DuPont")]
)
def test_a_pipe_s_lines_end_where_their_text_ends(words: tuple[str, ...]) -> None:
    lines = watchbill(*words).stdout.splitlines()
    assert lines
    assert not [line for line in lines if line != line.rstrip()]
    assert not [line for line in lines if " " * 60 in line]


def test_a_pipe_gets_a_clause_as_lines_and_a_rule_a_line() -> None:
    shown = watchbill("check", "foothills-2023-2025").stdout
    assert "\n12.03  Rest periods\n    Each tour of 12 hours has two paid" in shown
    rule = "\n    Rule: At most 42 hours a week, averaged over 56 days."
    assert f"{rule} For communications; all but casual.\n" in shown
    assert "\n    Not computed: Whether the two rest periods of a tour were had;" in shown
    assert "\n    Encoding: missing, read by the project, against its facts of the text" in shown
    assert shown.splitlines()[-1].startswith("Their encoding is stated in")
    assert "no usual clause is missing" not in shown


def test_a_figure_left_open_is_said_in_words() -> None:
    shown = watchbill("check", "hsaa-ems").stdout
    assert "Left open: four-weeks-from, not given (--set). A date on which" in shown
    assert "Left open: overtime-rate, taken as 1.5 (--set). The overtime rate" in shown
    assert "None" not in shown
