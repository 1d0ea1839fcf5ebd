"""Small tables of words: French where they are defined, translated where they are shown."""
