"""Watchbill makes the Hours-of-Work article of a collective agreement executable."""

from importlib.metadata import version

__version__ = version("watchbill")
