"""The command line: one file a command, and one place where whatever ends it gets its exit code.

=== ==========================================================================
0   done, nothing found
1   done, with findings (a shortage of coverage is one)
2   the input cannot be used, or the output cannot be written; nothing else said
70  a fault of the program itself, with its traceback
130 interrupted
=== ==========================================================================
"""

from __future__ import annotations

import gc
import os
import sys
import traceback

from watchbill.cli.output import ReaderGone
from watchbill.kernel.problems import BadInput, Problem

FINDINGS = 1
BAD_INPUT = 2
FAULT = 70
"""Not 1, which a program would take for findings."""
INTERRUPTED = 130


RECORDS = 500_000
"""New records after which Python looks for garbage: a ledger of a year makes as many, all needed,
and with Python's own 700 the looking takes as long as the work."""


def main() -> None:
    """Runs the command line and exits, as the table of this module says."""
    gc.set_threshold(RECORDS, 50, 50)
    _mend_streams()
    sys.exit(_run())


def _run() -> int:
    try:
        try:
            from watchbill.cli.app import gathered

            gathered(sys.argv[1:])()
        except SystemExit as end:
            sys.stdout.flush()  # whatever cannot be written is told below
            return end.code if isinstance(end.code, int) else BAD_INPUT
    except BadInput as bad:
        return _told(bad)
    except KeyboardInterrupt:
        return INTERRUPTED
    except (ReaderGone, BrokenPipeError):
        _to_nowhere()
        return 0
    except OSError as error:
        _to_nowhere()
        where = str(error.filename or "standard output")
        message = f"this cannot be read or written: {error.strerror or error}"
        return _told(BadInput([Problem(where, None, "", message)]))
    except Exception:
        traceback.print_exc()
        return FAULT
    return 0


def _told(bad: BadInput) -> int:
    from watchbill.cli.show import show_problems

    show_problems(bad, as_json="--json" in sys.argv[1:])
    return BAD_INPUT


def _mend_streams() -> None:
    """Standard streams that are there, and that write what their encoding lacks as ``?``."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
        else:
            stream.reconfigure(errors="replace" if name == "stdout" else "backslashreplace")


def _to_nowhere() -> None:
    """Drops what standard output still holds, which would fail again as Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
