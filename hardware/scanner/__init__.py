"""Scanners: from a sheet on the glass to a file."""
