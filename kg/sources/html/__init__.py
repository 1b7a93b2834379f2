"""HTML: tokens, what of them a reader sees, and what a page's head says of a work."""
