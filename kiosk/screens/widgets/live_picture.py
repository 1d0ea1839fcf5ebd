"""What the camera sees, with the outline of the sheet; until it sees anything, a moving drawing."""

from typing import Any

from kivy.app import App
from kivy.graphics import Color, Line, Rectangle

from kiosk.journey.frames import Point
from kiosk.screens.gestures.moving_drawing import MovingDrawing
from kiosk.screens.pictures import Pixels, texture_from

STEADY_MM, MOVING_MM = 1.4, 0.7


class LivePicture(MovingDrawing):
    """The picture is held nowhere else, and gone with the screen."""

    def __init__(self, **kwargs: Any) -> None:
        self._texture: Any = None
        self._corners: tuple[Point, ...] | None = None
        self._steady = False
        super().__init__(**kwargs)

    @property
    def shape(self) -> float:
        """Width over height."""
        return 1.0 if self._texture is None else float(self._texture.width / self._texture.height)

    def see(self, pixels: Pixels, corners: tuple[Point, ...] | None, *, steady: bool) -> None:
        """Draw this from now on. The outline is thick once the sheet lies still: seen without its colour, too."""
        if self._texture is None or self._texture.size != (pixels.width, pixels.height):
            self._texture = texture_from(pixels)
        else:
            self._texture.blit_buffer(pixels.data, colorfmt="rgb", bufferfmt="ubyte")
        self._corners, self._steady = corners, steady
        self._show()

    def stop(self) -> None:
        super().stop()
        self._texture = None

    def _show(self, *_: object) -> None:
        if self._texture is None:
            super()._show()
            return
        room = 4 * self.edge
        ratio = min((self.width - room) / self._texture.width, (self.height - room) / self._texture.height)
        width, height = self._texture.width * ratio, self._texture.height * ratio
        left, bottom = self.center_x - width / 2, self.center_y - height / 2
        self.canvas.clear()
        with self.canvas:
            Color(1, 1, 1, 1)
            Rectangle(texture=self._texture, pos=(left, bottom), size=(width, height))
            if self._corners:
                points = [place for x, y in self._corners for place in (left + x * width, bottom + (1 - y) * height)]
                self._outline(points)

    def _outline(self, points: list[float]) -> None:
        look = App.get_running_app().look
        thick = look.mm(STEADY_MM if self._steady else MOVING_MM)
        for ink, width in (((1, 1, 1, 1), thick * 2), (look.palette.action_line, thick)):
            Color(rgba=ink)
            Line(points=points, width=width / 2, close=True, joint="round")
