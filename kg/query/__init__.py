"""Questions to a store: neighbours, paths, evidence, merges, what to review."""
