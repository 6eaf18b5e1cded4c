"""What happens to a service and its schedule: one kind of event a file."""
