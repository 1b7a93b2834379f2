"""Runnable stories over kg: `python -m pipelines.NAME`."""
