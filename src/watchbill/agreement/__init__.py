"""Agreements: identity, definitions, clauses, their rules and readings, from file to record."""
