"""What is counted of house building, one file a topic."""

FILES = (
    "sites",
    "works",
    "allocation",
    "draws",
    "approvals",
)  # the order in which figures are shown
