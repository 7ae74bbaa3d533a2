"""What a check found, told: as JSON for scripts, in the margin of the user's own Word file, as a page to look at."""
