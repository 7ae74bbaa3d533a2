"""What must hold of the ledgers of house building, one file a topic."""
