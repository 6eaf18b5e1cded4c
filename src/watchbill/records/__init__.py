"""Plain frozen records that every room above speaks in: people, tours, time lines, demand."""
