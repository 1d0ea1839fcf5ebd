"""Every named fault in every state of a visit, through the real core process."""
