"""An agreement read as a text with arithmetic in it."""
