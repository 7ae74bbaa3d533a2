"""What numbers of one text say about each other, one file a kind of relation."""
