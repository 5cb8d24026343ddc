"""Police cooperation: treaties, arrangements and channels, what the law asks, what courts decided."""
