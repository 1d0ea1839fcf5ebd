"""One image in, one checked page out: outline, quality, orientation, text, kind, fields, searchable PDF."""
