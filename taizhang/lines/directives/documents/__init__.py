"""What is printed of meetings and tasks. A circular lists what is open and what is late; nobody is ranked."""

FILES = ("meetings", "tasks")  # the order in which papers are offered
