"""What is counted of meetings and what came of them. All of it is the town's: nothing ranks a village or a person."""

FILES = ("meetings", "tasks", "standing", "publicity")  # the order in which figures are shown
