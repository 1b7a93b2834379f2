"""Pre-train, teach, distil, train and cross-validate the tagger that kg ships."""
