"""Target populations: categories, registers, traits taken, the male-lineage drive, procurement."""
