"""The pages: documents with their records, in Arabic and English."""
