"""``python -m watchbill`` is the command line."""

from watchbill.cli import main

main()
