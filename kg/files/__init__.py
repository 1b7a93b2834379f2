"""Files: opening and decoding what is read, writing and staging what is written."""
