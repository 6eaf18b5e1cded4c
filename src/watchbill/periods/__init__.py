"""Stretches of time over which rules count: one type, and how it is written in a file."""
