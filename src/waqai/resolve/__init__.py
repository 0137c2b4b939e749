"""Who, where, when: from the words of a draft to identities, offices and places."""
