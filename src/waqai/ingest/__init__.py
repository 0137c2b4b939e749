"""From raw bytes to documents: files and standard input; feeds and archives come later.

`waqai.ingest.readers` reads sources, `waqai.ingest.decoding` turns bytes into text and
`waqai.ingest.pages` takes the text out of HTML. What cannot become a document comes out
as a `waqai.outcome.Quarantined`; nothing is dropped.
"""
