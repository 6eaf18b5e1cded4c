"""Designing rotations under an agreement: good cycles that meet a need and break no clause.

``need`` says what is asked, ``forms`` what shape a cycle may have, ``laid_out`` puts a cycle on
dates for rules to judge, ``model`` is the cycle in CP-SAT, ``aims`` what makes one better than
another, ``search`` finds several that differ, ``beside`` the field's own that would do as well.
"""
