"""What is printed of duty, one file a topic."""

FILES = ("rosters", "logs", "visits", "periods")  # the order in which papers are offered
