"""Western China: examinations, coverage, the research file, estimates, disclosures, allegations."""
