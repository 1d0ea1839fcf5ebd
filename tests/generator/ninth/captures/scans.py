"""Scans to accept: an office feeder, a glass whose lid stood ajar, a copy of a copy, a sheet that has lived."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image
from tests.generator.ninth.captures import marks
from tests.generator.ninth.captures.pixels import (
    Plane,
    clouds,
    coloured,
    grey_of,
    jpeg,
    noisy,
    numbers,
    pixels,
    rotated,
    soft,
    through,
)


def office_feeder(page: Image, random: Random) -> Image:
    """In colour: a slight skew, rollers that pull unevenly, colours a third of a pixel apart, white ground."""
    height, width = page.shape[:2]
    y = np.arange(height, dtype=np.float32)
    pull = np.interp(y, np.linspace(0, height, 24), numbers(random).normal(0, 0.0009 * height / 3, 24))
    at_x = np.broadcast_to(np.arange(width, dtype=np.float32)[None, :], (height, width))
    at_y = np.broadcast_to((y + pull).astype(np.float32)[:, None], (height, width))
    scan = np.empty_like(page)
    for channel, apart in enumerate((-0.3, 0, 0.3)):
        rows = (at_y + np.float32(apart)).astype(np.float32)
        scan[:, :, channel] = cv2.remap(
            np.ascontiguousarray(page[:, :, channel]),
            np.ascontiguousarray(at_x),
            rows,
            cv2.INTER_CUBIC,
            borderMode=cv2.BORDER_REPLICATE,
        )
    paper = np.array(random.choice(((252, 252, 251), (246, 250, 252), (250, 247, 244))), np.float32)
    ink = np.float32(random.uniform(14, 34))
    scan = rotated(scan, random.uniform(-0.9, 0.9), (random.uniform(-6, 6), random.uniform(-4, 4)), (255, 255, 255))
    levels = ink + soft(scan.astype(np.float32), 0.00034 * width) / 255 * (paper - ink)
    edge = random.choice((np.s_[-3:, :], np.s_[:, -3:], np.s_[:, :2]))
    levels[edge] -= np.float32(random.uniform(20, 60))
    return jpeg(pixels(noisy(levels, random.uniform(0.8, 2), random)), random.choice((68, 74, 80)))


def lid_ajar(page: Image, random: Random) -> Image:
    """A glass wider than the sheet: grey lid beside it, a shadow along one side, the back seen through."""
    height, width = page.shape[:2]
    unit = width / 210
    paper = np.array(random.choice(((250, 252, 253), (240, 247, 249), (247, 246, 243))), np.float32)
    sheet = page.astype(np.float32) / 255 * paper * through(page, random.uniform(0.03, 0.09))[:, :, None]
    sheet *= 1 + 0.006 * clouds(height, width, 4 * unit, random, octaves=2)[:, :, None]
    border = int(6 * unit)
    lid = random.uniform(150, 215)
    glass = cv2.copyMakeBorder(pixels(sheet), 0, 0, 0, border, cv2.BORDER_CONSTANT, value=(lid, lid, lid))
    glass[:, width : width + max(2, int(0.5 * unit))] = int(lid * 0.7)
    shift = random.uniform(-1.5, 1.5) * unit, random.uniform(-1, 1) * unit
    levels = rotated(glass.astype(np.uint8), random.uniform(-1, 1), shift, (lid, lid, lid)).astype(np.float32)
    levels *= _lid_shadow(levels.shape[0], levels.shape[1], random)[:, :, None]
    levels = 10 + soft(levels, 0.00038 * width) * np.float32(245 / 255)
    return jpeg(pixels(noisy(levels, 1.0, random)), 78)


def _lid_shadow(height: int, width: int, random: Random) -> Plane:
    """Light that falls by a third to a half over the last two or three centimetres of one side."""
    side = random.choice(("right", "left", "foot"))
    length = height if side == "foot" else width
    away = np.arange(length, dtype=np.float32) / length
    away = away if side == "left" else away[::-1]
    fall = 1 - np.float32(random.uniform(0.3, 0.48)) * np.exp(-((away / random.uniform(0.05, 0.1)) ** 2))
    return np.broadcast_to(fall[:, None] if side == "foot" else fall[None, :], (height, width)).astype(np.float32)


def copied_twice(page: Image, random: Random) -> Image:
    """A photocopy of a photocopy: grey ground, hollow blacks, specks of toner, each time askew and smaller."""
    height, width = page.shape[:2]
    unit = width / 1654
    levels = grey_of(page)
    for turn in (1, 2):
        paper = soft(levels, 0.75 * unit) + 6 * clouds(height, width, 2.2 * unit, random, octaves=1)
        levels = (255 / (1 + np.exp(-(paper - random.uniform(152, 172)) / 26))).astype(np.float32)
        hollow = soft(levels, 9 * unit)
        levels += np.clip(110 - hollow, 0, None) * np.float32(0.5 * turn / 2)
        scale = random.uniform(0.975, 0.995)
        matrix = cv2.getRotationMatrix2D((width / 2, height / 2), random.uniform(-0.7, 0.7), scale)
        turned = cv2.warpAffine(levels, matrix, (width, height), flags=cv2.INTER_LINEAR, borderValue=255.0)
        levels = _specks(np.asarray(turned, dtype=np.float32), random.randint(30, 80), unit, random)
    ground = random.uniform(222, 240) * (1 + 0.02 * clouds(height, width, 300 * unit, random))
    levels = 26 + levels / 255 * (ground - 26)
    return jpeg(coloured(noisy(levels.astype(np.float32), 2.2, random)), 74)


def _specks(levels: Plane, count: int, unit: float, random: Random) -> Plane:
    source = numbers(random)
    for _ in range(count):
        at = int(source.integers(levels.shape[1])), int(source.integers(levels.shape[0]))
        size = max(1, int(source.exponential(0.9) * unit)), max(1, int(source.exponential(0.7) * unit))
        cv2.ellipse(levels, at, size, float(source.uniform(0, 180)), 0, 360, float(source.uniform(20, 130)), -1)
    return levels


def lived_with(page: Image, random: Random) -> Image:
    """Out of a drawer: a cup's ring, an office's stamp, a pen, pulled staples, punched holes, two folds."""
    height, width = page.shape[:2]
    unit = width / 210
    tint = np.array(random.choice(((243, 249, 252), (236, 245, 248), (250, 250, 250))), np.float32)
    sheet = page.astype(np.float32) / 255 * tint
    left = random.sample((marks.coffee_ring, marks.stamp, marks.scribble, marks.staple_holes), random.choice((2, 3)))
    for mark in left:
        sheet *= mark(page, random)
    for part in (0.335, 0.665):
        row = int((part + random.uniform(-0.01, 0.01)) * height)
        sheet[row : row + max(1, int(0.25 * unit))] *= np.float32(random.uniform(0.9, 0.96))
    lid = random.choice((40, 70, 235))
    holes = marks.punched(page, random) * random.choice((0, 1))
    sheet += holes[:, :, None] * (lid - sheet)
    scan = rotated(pixels(sheet), random.uniform(-1.2, 1.2), (0, 0), (lid, lid, lid))
    levels = 14 + soft(scan.astype(np.float32), 0.0004 * width) * np.float32(238 / 255)
    return jpeg(pixels(noisy(levels, 1.2, random)), 76)
