"""The checks, one a file: ``remarks(agreement)`` gives what it finds.

A file whose remarks are all notes says ``ONLY_NOTES = True``: of the readings that are not taken
only what is graver is told, and it is spared the work.
"""
