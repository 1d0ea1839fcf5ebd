"""What the visitor sees and touches. The only room that knows Kivy; it decides nothing."""
