"""The store: one DuckDB file with what was extracted, concluded and derived."""
