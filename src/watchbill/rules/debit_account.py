"""Debit tours: what a schedule of 24-hour tours owes to the stated week."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from watchbill.kernel.clock import decimal_text, hours, length_text
from watchbill.kernel.fields import Count, LengthField, Number, Text, Words
from watchbill.rules.base import Rule


@dataclass(frozen=True, kw_only=True)
class DebitAccount(Rule):
    """A yearly account of debit tours.

    Each of the ``regular`` tours of a year owes its share of the ``scheduled`` and ``floating``
    debit tours. Tours named in ``not_accruing`` owe nothing. At the year's end what is owed is
    charged to one of ``charge_to``, what was worked above is credited at ``credit_multiple``, and
    ``settled`` says when.
    """

    regular: Count
    scheduled: Count
    floating: Count
    tour: LengthField
    charge_to: Words
    credit_multiple: Number
    not_accruing: Words = ()
    settled: Text = ""

    @property
    def owed_per_tour(self) -> Fraction:
        """Minutes owed for a regular tour worked, exact."""
        return Fraction((self.scheduled + self.floating) * self.tour, self.regular)

    def owed(self, tours: int) -> Fraction:
        """Minutes owed for so many regular tours."""
        return self.owed_per_tour * tours

    def says(self) -> str:
        per_tour = decimal_text(hours(1) * self.owed_per_tour.numerator
                                / self.owed_per_tour.denominator)  # fmt: skip
        return (
            f"{self.regular} regular, {self.scheduled} scheduled and {self.floating} floating debit"
            f" tours of {length_text(self.tour)} a year: {per_tour} h owed for each regular tour;"
            f" settled with {', '.join(self.charge_to)}, or credited at"
            f" {decimal_text(self.credit_multiple)} times the rate."
        )
