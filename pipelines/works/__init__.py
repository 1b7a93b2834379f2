"""Score deduplication of works and matching of references."""
