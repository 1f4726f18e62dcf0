"""What is typed in a terminal, one module a command. They need no MkDocs.

``cli`` lists the commands, ``command`` says what one is, ``shared`` what they have in common.
"""
