"""Papers and captures that nothing is tuned on: they are measured, by `make bench`, and not looked at before."""
