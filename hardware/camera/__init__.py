"""A camera above the table: the second way to take a picture of a sheet."""
