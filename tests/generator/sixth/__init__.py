"""Sixth held-out set: layouts, papers and captures drawn without knowledge of the reader or of the other sets."""
