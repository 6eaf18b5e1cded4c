"""A service's choice between lengths of tours, put together for both sides of the table.

``brief`` turns a service into needs, ``proposal`` changes the clause on lengths of tours,
``study`` gathers candidates, the field's own rotations beside them, reasons and head counts.
"""
