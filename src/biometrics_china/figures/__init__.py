"""Figures, one module a subject: a tidy frame in, a matplotlib figure out."""
