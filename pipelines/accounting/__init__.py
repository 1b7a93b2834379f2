"""Whether all that a file says ends in a document or in a remark."""
