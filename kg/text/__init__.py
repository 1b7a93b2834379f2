"""Reading text: what a reader sees, passages, names, and where they stand."""
