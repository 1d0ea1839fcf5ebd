"""Démarches as data: what each one asks, by when, through which channels, with which remedies."""
