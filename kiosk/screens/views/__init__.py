"""One module and one .kv file for each screen of the visit."""
