"""What is counted of linkage. Planned is not used, reported is not accepted: the words stay apart."""

FILES = ("projects", "reclaimed", "quota", "net", "money")  # the order in which figures are shown
