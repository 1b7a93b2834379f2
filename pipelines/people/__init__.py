"""Train and score author name disambiguation."""
