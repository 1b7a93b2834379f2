"""Kinds of entities: how each is found, and its normal form."""
