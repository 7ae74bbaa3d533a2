"""What must hold of meetings, tasks, leading groups and standing meetings, one file a topic."""
