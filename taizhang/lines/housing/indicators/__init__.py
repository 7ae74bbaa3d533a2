"""What is counted of house building, one file a topic."""

FILES = ("sites", "allocation", "approvals", "awards")  # the order in which figures are shown
