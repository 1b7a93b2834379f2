"""Train and score the linker of raw affiliations to ROR."""
