"""What contributors write: YAML files with places, and the models that they must fit.

In come the bytes of a file (``source`` reads them, and knows the line and column of every value); out come frozen
records and vocabularies (``drafts``, ``vocabulary``), as far as they could be read, with the ``problems`` found.
Nothing here derives anything: that is ``guides``.
"""
