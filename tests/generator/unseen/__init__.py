"""Further held-out sets, each written without a look at the first one, and measured before anything was mended by it."""
