"""Faces: cameras and holdings by kind of number, and the steps from a recording to the police."""
