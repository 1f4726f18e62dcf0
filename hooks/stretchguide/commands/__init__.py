"""What is typed in a terminal, one module a command. They need no MkDocs.

In come the words of a call, out go an exit status and files. ``cli`` lists the commands, ``command`` says what
one is, ``shared`` what they have in common.
"""
