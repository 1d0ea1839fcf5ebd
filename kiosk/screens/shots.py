"""Pictures of the window, right after it was drawn."""

from pathlib import Path

from PIL import Image


def grab() -> Image.Image:
    """The window drawn afresh and read before it is shown: what was shown may be gone. Only in the drawing thread."""
    # Imported late: the first import of the window opens it, and it must be configured by then.
    from kivy.core.window import Window
    from kivy.graphics.opengl import GL_RGB, GL_UNSIGNED_BYTE, glReadPixels

    Window.dispatch("on_draw")
    width, height = Window.size
    data = glReadPixels(0, 0, width, height, GL_RGB, GL_UNSIGNED_BYTE)
    return Image.frombytes("RGB", (width, height), data).transpose(Image.Transpose.FLIP_TOP_BOTTOM)


def save(image: Image.Image, path: Path) -> None:
    """Write a PNG, small enough and quick enough for a picture of a screen."""
    image.save(path, compress_level=1)
