"""One module and one .kv file for each thing that may lie over a screen."""
