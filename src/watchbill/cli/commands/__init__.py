"""The commands, one a file; a command is the function of its file's name, with an ``EXAMPLE``."""
