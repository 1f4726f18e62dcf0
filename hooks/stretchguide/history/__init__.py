"""What git knows of the project: which records a branch touches, and when each was changed last."""
