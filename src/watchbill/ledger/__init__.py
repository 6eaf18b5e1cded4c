"""What happened, in the order in which it became known, and the schedule that follows from it."""
