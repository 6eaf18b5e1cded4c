"""Designing a schedule before it has people in it: rotations, tours, staffing."""
