"""A service's choice between lengths of tours, put together for both sides of the table.

``brief`` turns a service into needs, ``study`` gathers candidates, the field's own rotations beside
them, reasons and how many people it takes.
"""
