"""What must hold of hollow houses, their co-owners and the dykes, one file a topic."""
