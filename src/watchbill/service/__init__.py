"""Services: posts and their demand, tours, rotations, people and leave, from file to record."""
