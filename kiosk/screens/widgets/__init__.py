"""The few things every screen is made of."""
