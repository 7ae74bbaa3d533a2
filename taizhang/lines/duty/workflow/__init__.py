"""The steps of duty, one file a topic."""
