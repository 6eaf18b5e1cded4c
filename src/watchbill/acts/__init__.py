"""What people do with a ledger: who asks, what follows, what is entered, what can be done next."""
