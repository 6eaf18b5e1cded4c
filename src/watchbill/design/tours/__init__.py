"""Designing tours: from demand by the slot to a few tours and how many people on each, each day.

``problem`` holds the demand, what a design is and its goal, ``dzn_file`` reads the
format of the published instances, ``model`` is the integer model and ``search`` solves it.
"""
