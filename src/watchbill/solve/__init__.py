"""The solver's plumbing: settings, progress, stopping, and which demands clash.

Everything here is about CP-SAT and nothing about rotations or rosters, so both use it.
"""
