"""The official lists as their publishers issue them, read anew and held against the data."""
