"""The upper level's own Excel forms: filled from a closed period, worked out again, compared, read back."""
