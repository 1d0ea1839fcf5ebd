"""An eighth held-out set: layouts and papers that nothing is tuned on; captures of the seventh."""
