"""Conformance of every receipt to PDF/A-3U: `make test-pdfa`, called by .ci/run."""
