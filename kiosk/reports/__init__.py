"""What happened how often, never to whom: counters of a closed vocabulary, and the month’s tables made of them."""
