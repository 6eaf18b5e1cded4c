"""Rule kinds, one a file, each with the faces it has.

A file here that defines a :class:`~watchbill.rules.base.Rule` is a kind: its name with dashes
is the kind's name in agreement files. Nothing lists the kinds; a new file is found.
"""
