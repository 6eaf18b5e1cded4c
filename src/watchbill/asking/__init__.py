"""Which rules to ask: an agreement, dates and a person make them, for every room alike."""
