"""The command line: `kg build`, `kg query`, `kg why` and the rest."""
