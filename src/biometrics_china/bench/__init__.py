"""How long builds take, and how much memory: paired runs on one machine, kept as a table.

`books` makes copies of the book to measure, `tools` knows the commands that build them, `measuring`
runs one of them, and `run` goes through the rounds and writes the table.
"""
