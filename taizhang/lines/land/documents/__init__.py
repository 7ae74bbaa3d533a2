"""What is printed of linkage, one file a topic."""

FILES = ("acceptance", "quota")  # the order in which papers are offered
