"""Exchange with translators' tools: PO (Poedit, Weblate), XLIFF (CAT tools), TMX (their memory).

``units`` says what an entry is, ``po``, ``xliff1``, ``xliff2`` and ``tmx`` write and read files,
``judging`` and ``taking`` decide what of a file that comes back is put into a record, ``leaving``
and ``returning`` do so for a project. A file that comes back unchanged changes nothing.
"""
