"""The checks, one a file: ``remarks(agreement)`` gives what it finds."""
