"""A human, now: the call for help, who answers it, how long it waits."""
