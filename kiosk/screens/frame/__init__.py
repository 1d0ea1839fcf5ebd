"""What surrounds every screen: the head, the fixed bar, and the stage that holds them."""
