"""What follows from records: cautions, joints, times, the second side, links from the other end, lists.

In come good records and the vocabulary; out comes the ``library``, of whose ``guide`` and ``routine`` the pages speak.
``floor``, ``occasions`` and ``reviews`` answer what rules and pages both ask of a bare record.
"""
