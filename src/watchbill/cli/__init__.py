"""The command line: one file a command, and one place where bad input becomes exit code 2."""

from __future__ import annotations

import os
import sys

from watchbill.kernel.problems import BadInput

FINDINGS = 1
BAD_INPUT = 2
INTERRUPTED = 130


def main() -> None:
    """Runs the command line and exits.

    0: done and nothing found; 1: done, with findings; 2: the input cannot be used.
    """
    from watchbill.cli.app import app
    from watchbill.cli.show import show_problems

    try:
        app()
    except BadInput as bad:
        show_problems(bad)
        sys.exit(BAD_INPUT)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        # The reader has gone (as in "| head"): nothing more can be said to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
