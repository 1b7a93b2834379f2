"""Personal names: their parts, normal form and shapes; lists and lines of names."""
