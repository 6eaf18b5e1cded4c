"""What leaves the program: calendars, CSV, workbooks, data for other programs."""
