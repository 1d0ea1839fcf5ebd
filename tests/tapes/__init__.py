"""Real devices' traffic, played again to the real drivers."""
