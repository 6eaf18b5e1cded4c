"""What is owed: hours times rates, exact."""
