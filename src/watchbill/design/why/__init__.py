"""Why a rotation cannot be had: clauses and demands that forbid it, and what would open it.

``steps`` are the ways in which a clause or a demand can give, ``explain`` asks the solver, and
``sentences`` says it.
"""
