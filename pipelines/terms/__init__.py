"""Train and score what terms and abbreviations mean."""
