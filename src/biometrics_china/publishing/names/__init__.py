"""The index of names, places and terms: what the chapters print of what the data name, and where."""
