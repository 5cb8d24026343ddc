"""Public opinion: surveys in China and Europe, what compares, waves, police against shops."""
