"""Reading a report that somebody wrote by hand, to say which of its numbers cannot be right."""
