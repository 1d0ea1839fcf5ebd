"""Long runs: nothing grows."""
