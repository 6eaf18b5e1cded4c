"""What a design would have changed in an agreement, and the proposal file that says so.

``change`` holds rules changed or gone, ``lengths`` allows a length of tours, and ``write`` makes of
an agreement changed so a proposal file, the only thing called a proposal: an overlay that compare,
audit and replay read.
"""
