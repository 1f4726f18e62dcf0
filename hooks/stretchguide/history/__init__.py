"""What was before: what git knows of the records, when each was changed last, and what the last build was made of."""
