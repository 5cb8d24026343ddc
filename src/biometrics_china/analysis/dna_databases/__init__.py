"""DNA databases: growth of the Chinese police database, shares, ranks, traces and who is stored."""
