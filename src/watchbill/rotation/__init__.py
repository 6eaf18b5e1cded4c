"""Rotations: the notations the field writes, cycles, their figures, the ones known by name."""
