"""Designing a rotation: from people, tours and daily need to a cycle, or a proof of none.

``problem`` holds the need, ``graph`` its stints, ``model`` the circulation over them, ``euler``
and ``splice`` turn a circulation into one closed walk, ``search`` puts them together.
"""
