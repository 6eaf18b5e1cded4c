"""Benchmarks: published instances solved, verified and timed beside a plain model."""
