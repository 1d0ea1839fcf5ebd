"""The one room that picks the parts and drivers of a kiosk, and starts and stops them in order."""
