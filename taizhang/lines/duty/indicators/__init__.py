"""What is counted of duty: days that were rostered and signed, and how many came. No figure is about a person."""

FILES = ("days", "visits")  # the order in which figures are shown
