"""What works on this machine and what does not, each with the remedy in plain French."""
