"""The devices of the kiosk behind small interfaces. Nothing here knows what the kiosk does with them."""
