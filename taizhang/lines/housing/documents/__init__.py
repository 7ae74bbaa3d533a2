"""The papers of house building, one file a topic."""
