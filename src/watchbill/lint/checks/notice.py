"""Notice of changes against how long ahead the schedule is posted."""

from __future__ import annotations

from collections.abc import Iterator

from watchbill.agreement.model import Agreement
from watchbill.lint.remark import Gravity, Remark, remark
from watchbill.lint.scopes import can_cover_one
from watchbill.rules.change_notice import ChangeNotice
from watchbill.rules.posting import Posting

CHECK = "notice and posting"


def remarks(agreement: Agreement) -> Iterator[Remark]:
    """Notice that cannot be given of a change in the first days of what was posted."""
    rules = list(agreement.rules())
    for posting in rules:
        for notice in rules:
            ahead, owed = posting.rule, notice.rule
            if not (isinstance(ahead, Posting) and isinstance(owed, ChangeNotice)):
                continue
            if owed.days > ahead.days_ahead and can_cover_one(agreement, posting, notice):
                sentence = (
                    f"The schedule is posted {ahead.days_ahead} days ahead and a change of it"
                    f" needs {owed.days} days' notice: its first"
                    f" {owed.days - ahead.days_ahead} days can never be changed in time."
                )
                yield remark(CHECK, Gravity.WARNING, (notice.clause, posting.clause), sentence,
                             f"{ahead.days_ahead} days", f"{owed.days} days")  # fmt: skip
