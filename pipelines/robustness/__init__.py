"""How kg fares with what no build leaves behind."""
