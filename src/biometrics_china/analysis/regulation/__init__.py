"""Regulation: instruments and their dates, passages, standards, local rules, courts, industry."""
