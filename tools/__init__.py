"""Programs that make files of this repository or of a release. Not shipped."""
