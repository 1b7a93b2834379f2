"""How the time of patterns and of whole builds grows with their input."""
