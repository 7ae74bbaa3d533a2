"""Steps of meetings, tasks, urging, extensions and standing meetings, one file a topic."""
