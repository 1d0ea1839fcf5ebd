"""A held-out set of papers and captures, drawn without knowing the judge."""
