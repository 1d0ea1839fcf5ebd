"""Seventh held-out set: layouts, papers and captures drawn without knowing the reader or the other sets."""
