"""An eleventh held-out set: captures that nothing is tuned on, of the tenth's papers."""
