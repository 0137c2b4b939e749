"""Text: a normalised view with offsets, sentences, tokens, clitics, numbers, language."""
