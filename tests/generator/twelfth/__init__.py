"""The twelfth held-out set: the ninth's papers, captured as the devices and the visitors of a kiosk most often do."""
