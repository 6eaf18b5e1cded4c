"""Where ledgers are kept: in a file, or in a database, under one protocol."""
