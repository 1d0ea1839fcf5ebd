"""Every screen in every state, from sample frames: for people to look at, and for tests to measure."""
