"""Rosters: rotations repeated over people and dates, with leave taken out, and their coverage."""
