"""What a machine checks in a record beyond its format.

In come records as far as they could be read (``drafts``) with the vocabulary; out come problems, each at its line.
``rule`` says what a rule is; each family of rules is a module that ends with its tuple ``RULES``; ``judge`` runs them
all, and nothing else does; ``verdicts`` keeps what they found on disk; ``catalogue`` says each in a sentence.
"""
