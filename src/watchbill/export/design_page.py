"""A study of rotations as one HTML file that both sides of the table can read."""

from __future__ import annotations

from watchbill.design.study.study import Study
from watchbill.export import design_view
from watchbill.export.html import render


def design_page(found: Study) -> str:
    """The candidates with pictures and figures, the field's beside them, and why not."""
    not_judged = {
        (one.clause.number, one.rule, one.reason): None
        for length in found.lengths
        for candidate in length.designs.candidates
        for one in candidate.audit.not_judged
    }
    return render(
        "design.html",
        found=found,
        service=found.service,
        agreement=found.service.agreement,
        view=design_view,
        not_judged=list(not_judged),
        clauses=design_view.clauses_of(found.service.agreement, found.lengths[0].need)
        if found.lengths
        else [],
    )
