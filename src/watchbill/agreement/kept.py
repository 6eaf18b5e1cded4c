"""Agreements read once: kept by their text and what was chosen in it.

To read one takes longer than most questions that are asked of it. What cannot be read is not
kept, and is told anew each time.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Mapping

from watchbill.agreement.model import Agreement
from watchbill.kernel.cache import cache_here, program_version


def kept_agreement(
    text: str,
    name: str,
    readings: Mapping[str, str],
    settings: Mapping[str, object],
    beside: Mapping[str, str],
) -> Agreement:
    """What :func:`watchbill.agreement.load.parse_agreement` makes of it. Raises BadInput."""
    cache = cache_here()
    choices = (sorted(readings.items()), sorted(settings.items()), sorted(beside.items()))
    asked = (name, text, *choices)
    key = f"agreement {program_version()} {hashlib.sha256(repr(asked).encode()).hexdigest()}"
    kept = cache.get(key)
    if kept is not None:
        agreement = pickle.loads(kept)
        if isinstance(agreement, Agreement):
            return agreement
    # What reads a file is loaded where there is one to be read.
    from watchbill.agreement.load import parse_agreement

    agreement = parse_agreement(text, name, readings, settings, beside)
    cache.put(key, pickle.dumps(agreement, protocol=5))
    return agreement
