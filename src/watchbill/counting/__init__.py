"""Which hours count: one type, and how it is written in a file."""
