"""What several pipelines share: reading records and gold, scores, a command's frame."""
