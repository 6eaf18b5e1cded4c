"""How many people a demand needs, with every step of the reckoning.

``contracted`` reads a person's hours of a year from the agreement, ``absences`` takes off what is
lost to leave, ``staffing`` puts them together with the tours that cover the demand, ``changes``
does it again with one thing changed, ``enough`` asks whether given people suffice, ``service``
reads it all from a service.
"""
