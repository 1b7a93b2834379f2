"""How good the land is: beside other layouts, as a corpus grows, and of many nodes."""
