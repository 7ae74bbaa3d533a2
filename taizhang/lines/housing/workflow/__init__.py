"""How the matters of house building go, one file a topic."""
