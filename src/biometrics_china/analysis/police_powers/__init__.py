"""Police powers: whom provisions bind, safeguards of powers, the census by level of rule."""
