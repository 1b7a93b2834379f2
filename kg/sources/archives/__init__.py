"""Archives → the files in them, each to be read as a file of its own would be."""
