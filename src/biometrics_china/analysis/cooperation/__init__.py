"""Partner and activity: what is documented, which rule bears on it, and the light that follows."""
