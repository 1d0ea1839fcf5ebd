"""Photographs that anyone reads: document cameras and telephones over what there is to lay a sheet on."""

from collections.abc import Callable
from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.fourteenth.captures import grounds
from tests.generator.fourteenth.captures.lens import SIZES, View, corners, laid, lit, shot
from tests.generator.fourteenth.captures.tools import (
    Floats,
    Noise,
    on_paper,
    printed_area,
    seeded,
    soft,
    tinted,
    uneven,
)

Ground = Callable[[Noise, Random, int, int], Floats]


def placed(
    sheet: Floats, noise: Noise, random: Random, ground: Ground, lean: float, turn: float, fill: float, bend: float = 0
) -> View:
    """The sheet upon `ground`, filling `fill` of a picture of one of the usual sizes."""
    width, height = random.choice(SIZES)
    where = corners(random, width, height, fill, lean, turn, sheet.shape[0] / sheet.shape[1])
    return laid(sheet, ground(noise, random, width, height), where, random, bend)


def paper(page: Image, noise: Noise, random: Random) -> Floats:
    return on_paper(page, noise, random.uniform(218, 236), random.uniform(30, 46))


def camera_over_its_mat(page: Image, random: Random) -> Image:
    """A document camera: straight from above, even light."""
    noise = seeded(random)
    view = placed(paper(page, noise, random), noise, random, grounds.dark_mat, 0.012, 1.5, 0.93)
    return shot(lit(view.picture, noise, random, 0.10, 0.08), noise, random, 2.2, 0.7)


def camera_over_a_pale_desk(page: Image, random: Random) -> Image:
    """A document camera above a desk that is nearly as white as the sheet."""
    noise = seeded(random)
    view = placed(paper(page, noise, random), noise, random, grounds.pale_desk, 0.015, 2.5, 0.92)
    return shot(lit(view.picture, noise, random, 0.14, 0.10), noise, random, 2.5, 0.6)


def telephone_over_the_table(page: Image, random: Random) -> Image:
    """Held by hand over boards, not quite level."""
    noise = seeded(random)
    view = placed(paper(page, noise, random), noise, random, grounds.wood, 0.06, 3.0, 0.90, 0.004)
    return shot(lit(view.picture, noise, random, 0.22, 0.14), noise, random, 3.2)


def shadow_of_the_hand(page: Image, random: Random) -> Image:
    """The lamp is behind: the telephone and the arm that holds it shade a part of the sheet."""
    noise = seeded(random)
    ground = random.choice((grounds.wood, grounds.tiles))
    view = placed(paper(page, noise, random), noise, random, ground, 0.05, 2.5, 0.90, 0.003)
    height, width = view.sheet.shape
    shade = np.zeros((height // 8, width // 8), dtype=np.float32)
    middle = (random.uniform(0.3, 0.7) * width / 8, random.uniform(0.45, 0.7) * height / 8)
    size = (width / 8 * 0.26, height / 8 * 0.36)
    turn = random.uniform(-25, 25)
    cv2.fillPoly(shade, [cv2.boxPoints((middle, size, turn)).astype(np.int32)], 1.0)
    arm = (round(middle[0] + random.uniform(-0.2, 0.2) * width / 8), height // 8 + 40)
    cv2.line(shade, (round(middle[0]), round(middle[1])), arm, 1.0, round(width / 8 * 0.2), cv2.LINE_AA)
    shade = soft(shade, width / 8 * random.uniform(0.02, 0.04))
    large = cv2.resize(shade, (width, height), interpolation=cv2.INTER_CUBIC)
    picture = view.picture * (1 - random.uniform(0.30, 0.42) * large)[..., None]
    return shot(lit(picture, noise, random, 0.15), noise, random, 3.2)


def kitchen_in_the_evening(page: Image, random: Random) -> Image:
    """Oilcloth under a warm lamp."""
    noise = seeded(random)
    view = placed(paper(page, noise, random), noise, random, grounds.tablecloth, 0.05, 4.0, 0.89, 0.005)
    picture = tinted(view.picture, random.uniform(0.66, 0.80), random.uniform(0.86, 0.92), 1.0)
    return shot(lit(picture, noise, random, 0.26, 0.16), noise, random, 4.2)


def on_the_lap(page: Image, random: Random) -> Image:
    """On two knees in a waiting room, day-light from a side; the sheet sags a little."""
    noise = seeded(random)
    view = placed(
        paper(page, noise, random), noise, random, grounds.jeans, 0.06, 4.0, 0.87, random.uniform(0.010, 0.018)
    )
    picture = tinted(view.picture, 1.0, random.uniform(0.96, 0.99), random.uniform(0.92, 0.97))
    return shot(lit(picture, noise, random, 0.24, 0.12), noise, random, 3.4)


def on_a_clipboard(page: Image, random: Random) -> Image:
    """A board of brown fibre whose clip holds the upper margin, clear of the print."""
    noise = seeded(random)
    sheet = paper(page, noise, random)
    _, top, _, _ = printed_area(page)
    tall, wide = page.shape[:2]
    bite = min(0.55 * top, 0.02 * tall)
    room = round(0.05 * wide)
    board = np.empty((tall + 4 * room, wide + 2 * room, 3), dtype=np.float32)
    board[:] = np.array(random.choice(((52, 80, 112), (70, 66, 62), (112, 82, 52))), dtype=np.float32)
    high, across = board.shape[:2]
    board *= (1 + 0.06 * uneven(noise, high, across, 90) + 0.04 * uneven(noise, high, across, 200))[..., None]
    y = 3 * room
    board[y + 6 : y + tall + 16, room + 8 : room + wide + 12] *= 0.72
    board[y : y + tall, room : room + wide] = sheet
    left, right = round(board.shape[1] * 0.34), round(board.shape[1] * 0.66)
    top_of_clip, foot = room, round(y + bite)
    board[foot : foot + 10, left + 6 : right + 8] *= 0.70
    shine = 168 + 54 * np.cos(np.linspace(-2.4, 2.2, foot - top_of_clip, dtype=np.float32))
    board[top_of_clip:foot, left:right] = shine[:, None, None]
    board[foot - 3 : foot, left:right] = 96
    view = placed(board, noise, random, grounds.pale_desk, 0.04, 2.5, 0.97)
    return shot(lit(view.picture, noise, random, 0.18, 0.12), noise, random, 2.8)


def in_a_clear_pocket(page: Image, random: Random) -> Image:
    """A perforated pocket of soft plastic: a veil over the sheet, a strip of holes at its left, pale streaks."""
    noise = seeded(random)
    sheet = paper(page, noise, random)
    tall, wide = page.shape[:2]
    edge, strip = round(0.02 * wide), round(0.065 * wide)
    pocket = np.full((tall + 2 * edge, wide + strip + edge, 3), 176, dtype=np.float32)
    pocket[edge : edge + tall, strip : strip + wide] = sheet
    pocket = pocket * 0.90 + 20
    for place in (0.13, 0.36, 0.41, 0.59, 0.64, 0.87):
        cv2.circle(pocket, (strip // 2, round(place * tall)), round(0.014 * wide), (70, 84, 98), -1, cv2.LINE_AA)
    pocket[:, strip - 4 : strip - 1] *= 1.10
    small = pocket.shape[0] // 8, pocket.shape[1] // 8
    y, x = np.mgrid[0 : small[0], 0 : small[1]].astype(np.float32)
    slant = (x - y * random.uniform(-0.5, 0.5)) / small[1] * 7 + uneven(noise, *small, 4)
    streaks = np.clip(np.sin(slant) - 0.55, 0, 1) * random.uniform(30, 52)
    pocket = (
        pocket + cv2.resize(streaks.astype(np.float32), pocket.shape[1::-1], interpolation=cv2.INTER_CUBIC)[..., None]
    )
    view = placed(pocket, noise, random, random.choice((grounds.wood, grounds.tiles)), 0.04, 3.0, 0.95)
    return shot(lit(view.picture, noise, random, 0.15, 0.10), noise, random, 2.8)


def day_light_by_the_window(page: Image, random: Random) -> Image:
    """On stone near a window: a bluish light that falls off, a sheet that keeps a slight curl."""
    noise = seeded(random)
    view = placed(
        paper(page, noise, random), noise, random, grounds.tiles, 0.05, 3.0, 0.89, random.uniform(0.008, 0.014)
    )
    picture = tinted(view.picture, 1.0, 0.965, random.uniform(0.90, 0.94))
    return shot(lit(picture, noise, random, 0.34, 0.12), noise, random, 2.8)
