"""Coding: from the words of a sentence to drafts of records, hop by hop."""
