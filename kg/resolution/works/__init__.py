"""Which documents are records of one paper or talk (deduplication)."""
