"""What a version says, how two versions differ, and whether a copy is what a rebuild gives."""
