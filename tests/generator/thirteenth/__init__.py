"""A thirteenth held-out set: layouts, papers and captures that nothing is tuned on."""
