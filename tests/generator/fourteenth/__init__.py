"""The fourteenth held-out set: layouts, papers and captures that nothing is tuned on."""
