"""What must hold of rosters, logs and visits, each by itself and against one another."""
