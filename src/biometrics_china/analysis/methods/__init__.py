"""How the evidence was made: rows, sources, what falls out of an analysis, and what was rebuilt."""
