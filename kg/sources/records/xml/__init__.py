"""Records of XML: found in a stream, parsed one by one, read by a module a dialect."""
