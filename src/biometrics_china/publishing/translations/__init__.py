"""The summary in other languages: which pages there are, how numbers are printed, what is said."""
