"""Virtual devices that speak the real protocols, with faults on command."""
