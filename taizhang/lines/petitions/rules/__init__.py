"""What must hold of petitions, one file a topic. Nothing here bars a registration: a person who comes is registered."""

FILES = ("registration", "accusations", "decisions", "handling", "closing", "cases", "meetings")
