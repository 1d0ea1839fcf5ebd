"""The mediators' console: French pages over TLS on the space's own network. It asks the core and decides nothing."""
