"""Test modules import Kivy, and its first import makes the window: it must know its size by then."""

from kiosk.screens.gallery.studio import configure_studio

configure_studio("1280x800")
