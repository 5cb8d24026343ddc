"""European measures: which risk each answers, since when, for whom, and what is left open."""
