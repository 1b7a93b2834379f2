"""What is left when a build is cut off, or a write fails, at any moment."""
