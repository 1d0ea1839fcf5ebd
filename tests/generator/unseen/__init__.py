"""Further held-out sets, each measured before anything was mended by it."""
