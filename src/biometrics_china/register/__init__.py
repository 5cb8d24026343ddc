"""The register of bodies: names made comparable, careful matching, and what the book records."""
