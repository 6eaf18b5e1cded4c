"""Worked examples: small stories with their answers, run against an agreement."""
