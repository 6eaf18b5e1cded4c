"""The kinds of act, one a file; nothing lists them."""
