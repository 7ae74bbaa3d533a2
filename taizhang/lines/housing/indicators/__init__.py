"""What is counted of house building, one file a topic."""

# The order in which figures are shown; files not named here follow by name.
FILES = ("sites", "works", "allocation", "draws", "approvals", "households", "awards")
