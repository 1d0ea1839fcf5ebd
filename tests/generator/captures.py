"""What a scanner or a camera makes of a sheet, and what can go wrong. Every capture is decided by its `Random`."""

from random import Random

import cv2
import numpy as np

from kiosk.pages.model import Image


def noisy(page: Image, random: Random, strength: float) -> Image:
    """Grain of a sensor; `strength` is its standard deviation in grey levels."""
    generator = np.random.default_rng(random.getrandbits(32))
    grain = generator.normal(0, strength, page.shape[:2])[..., None]
    return np.clip(page + grain, 0, 255).astype(np.uint8)


def tint(page: Image, paper: tuple[int, int, int] = (232, 242, 246), ink: int = 38) -> Image:
    """Paper that is not quite white (blue, green, red), ink that is not quite black."""
    scale = page.astype(np.float32) / 255
    tone = np.array(paper, np.float32)
    return (ink + scale * (tone - ink)).astype(np.uint8)


def flatbed(page: Image, random: Random, skew: float | None = None) -> Image:
    """A sheet on the glass: slight skew, paper tone, soft optics, sensor noise, a shadow along one edge."""
    height, width = page.shape[:2]
    angle = random.uniform(-0.9, 0.9) if skew is None else skew
    light = random.randint(240, 250)
    paper = (light - random.randint(3, 9), light - random.randint(0, 2), light)
    toned = tint(page, paper, random.randint(25, 55))
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    toned = cv2.warpAffine(toned, turn, (width, height), flags=cv2.INTER_LINEAR, borderValue=paper)
    toned = cv2.GaussianBlur(toned, (0, 0), 0.7)
    shade = np.ones(width, np.float32)
    shade[: width // 60] = np.linspace(0.82, 1, width // 60)
    toned = np.clip(toned * shade[None, :, None], 0, 255).astype(np.uint8)
    return noisy(toned, random, 2.0)


def photo(page: Image, random: Random, size: tuple[int, int] = (2000, 2668), margin: float = 0.05) -> Image:
    """A sheet under a document camera: perspective, a darker table around it, uneven light. `size` is (width,
    height)."""
    width, height = size
    table = np.full((height, width, 3), random.choice([(60, 66, 72), (70, 96, 128), (88, 62, 44)]), np.uint8)
    table = cv2.GaussianBlur(noisy(table, random, 14), (0, 0), 2.0)
    source = np.array([[0, 0], [page.shape[1], 0], [page.shape[1], page.shape[0]], [0, page.shape[0]]], np.float32)
    jitter = np.array([[random.uniform(0, 0.03), random.uniform(0, 0.03)] for _ in range(4)], np.float32)
    inside = np.array(
        [[margin, margin], [1 - margin, margin], [1 - margin, 1 - margin], [margin, 1 - margin]], np.float32
    )
    signs = np.array([[1, 1], [-1, 1], [-1, -1], [1, -1]], np.float32)
    target = (inside + signs * jitter) * np.array([width, height], np.float32)
    warp = cv2.getPerspectiveTransform(source, target.astype(np.float32))
    flat = cv2.warpPerspective(tint(page), warp, (width, height), flags=cv2.INTER_AREA)
    cover = cv2.warpPerspective(np.full(page.shape[:2], 255, np.uint8), warp, (width, height))[..., None] / 255.0
    scene = table * (1 - cover) + flat * cover
    x, y = np.meshgrid(np.linspace(-1, 1, width), np.linspace(-1, 1, height))
    slope = random.uniform(-0.12, 0.12) * x + random.uniform(-0.12, 0.12) * y
    scene *= (0.86 + slope)[..., None]
    return noisy(cv2.GaussianBlur(np.clip(scene, 0, 255).astype(np.uint8), (0, 0), 0.6), random, 2.5)


def blurred(page: Image, random: Random) -> Image:
    """Out of focus, all over."""
    return noisy(cv2.GaussianBlur(flatbed(page, random), (0, 0), page.shape[1] / random.uniform(290, 380)), random, 1.5)


def moved(page: Image, random: Random) -> Image:
    """The sheet moved while it was captured: blur along one direction only."""
    length = int(page.shape[1] / random.uniform(60, 85)) | 1
    kernel = np.zeros((length, length), np.float32)
    kernel[length // 2] = 1 / length
    turn = cv2.getRotationMatrix2D((length / 2, length / 2), random.choice((0.0, 90.0, 30.0, 135.0)), 1)
    kernel = cv2.warpAffine(kernel, turn, (length, length))
    return noisy(cv2.filter2D(flatbed(page, random), -1, kernel / kernel.sum()), random, 1.5)


def smudged(page: Image, random: Random) -> Image:
    """A greasy lens: a third of the page is out of focus, the rest is sharp."""
    sharp = flatbed(page, random)
    height, width = sharp.shape[:2]
    soft = cv2.GaussianBlur(sharp, (0, 0), width / 260)
    mask = np.zeros((height, width), np.float32)
    cv2.ellipse(
        mask, (int(width * 0.55), int(height * 0.42)), (int(width * 0.42), int(height * 0.2)), 10, 0, 360, 1, -1
    )
    mask = cv2.GaussianBlur(mask, (0, 0), width / 40)[..., None]
    return (sharp * (1 - mask) + soft * mask).astype(np.uint8)


def dark(page: Image, random: Random) -> Image:
    """The lamp was off."""
    dim = photo(page, random).astype(np.float32) * random.uniform(0.07, 0.12)
    return noisy(np.clip(dim, 0, 255).astype(np.uint8), random, 2.5)


def glare(page: Image, random: Random) -> Image:
    """A lamp reflected on the paper hides what is printed there."""
    scene = photo(page, random).astype(np.float32)
    height, width = scene.shape[:2]
    spot = np.zeros((height, width), np.float32)
    centre = (int(width * random.uniform(0.4, 0.65)), int(height * random.uniform(0.35, 0.5)))
    cv2.ellipse(spot, centre, (int(width * 0.26), int(width * 0.22)), random.randint(0, 90), 0, 360, 1, -1)
    spot = cv2.GaussianBlur(spot, (0, 0), width / 45)[..., None]
    return np.clip(scene * 0.82 + spot * 260, 0, 255).astype(np.uint8)


def cut_off(page: Image, random: Random) -> Image:
    """A sheet that sticks out of the picture: its lower part is missing."""
    scene = photo(page, random)
    height, width = scene.shape[:2]
    shift = int(height * random.uniform(0.2, 0.32))
    moved_down = np.vstack([np.tile(scene[8:9], (shift, 1, 1)), scene[: height - shift]])
    assert moved_down.shape == (height, width, 3)
    return noisy(moved_down, random, 2)


def cut_scan(page: Image, random: Random) -> Image:
    """A sheet laid askew beyond the edge of the glass: text runs into the side."""
    scan = flatbed(page, random)
    width = scan.shape[1]
    shift = int(width * random.uniform(0.12, 0.2))
    return np.ascontiguousarray(np.hstack([scan[:, shift:], np.repeat(scan[:, -1:], shift, axis=1)]))


def folded(page: Image, random: Random) -> Image:
    """A corner folded over the print: one sees the back of the sheet there."""
    paper = tint(page)
    height, width = paper.shape[:2]
    reach_x, reach_y = int(width * random.uniform(0.45, 0.6)), int(height * random.uniform(0.3, 0.42))
    corner, on_bottom, on_side = (width, height), (width - reach_x, height), (width, height - reach_y)
    back = np.full_like(paper, 216)
    normal = np.array([on_side[1] - on_bottom[1], on_bottom[0] - on_side[0]], np.float64)
    normal /= np.linalg.norm(normal)
    distance = np.dot(np.array(corner) - np.array(on_bottom), normal)
    flap_tip = np.array(corner) - 2 * distance * normal
    outside = np.array([corner, on_bottom, on_side], np.int32)
    flap = np.array([flap_tip.astype(int), on_bottom, on_side], np.int32)
    shadow = np.zeros((height, width), np.float32)
    cv2.fillPoly(shadow, [flap], 1)
    shadow = cv2.GaussianBlur(shadow, (0, 0), width / 120)[..., None]
    paper = (paper * (1 - 0.45 * shadow)).astype(np.uint8)
    cv2.fillPoly(paper, [outside], (70, 74, 80))
    mask = np.zeros((height, width), np.uint8)
    cv2.fillPoly(mask, [flap], 255)
    paper[mask > 0] = back[mask > 0]
    return noisy(cv2.GaussianBlur(paper, (0, 0), 0.7), random, 2.0)


def blank(page: Image, random: Random) -> Image:
    """The back of the sheet: the print shines through, mirrored and pale."""
    ghost = cv2.flip(cv2.GaussianBlur(page, (0, 0), page.shape[1] / 700), 1).astype(np.float32)
    pale = 255 - (255 - ghost) * random.uniform(0.03, 0.07)
    return flatbed(pale.astype(np.uint8), random)


def low_resolution(page: Image, random: Random) -> Image:
    """A picture of a picture: too few pixels for each letter, enlarged afterwards."""
    width = int(8.27 * random.uniform(52, 66))
    small = cv2.resize(flatbed(page, random), (width, width * 297 // 210), interpolation=cv2.INTER_AREA)
    return cv2.resize(small, (1240, 1754), interpolation=cv2.INTER_CUBIC)


def not_a_document(random: Random) -> Image:
    """A view out of the window: sky, hills, no sheet of paper."""
    generator = np.random.default_rng(random.getrandbits(32))
    height, width = 1600, 1200
    cloud = cv2.resize(generator.random((9, 7)).astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC)[
        ..., None
    ]
    scene = np.array([190, 150, 100], np.float32) * (0.6 + 0.5 * cloud)
    hills = (0.55 + 0.06 * np.sin(np.linspace(0, random.uniform(5, 12), width))) * height
    ground = np.arange(height)[:, None] > hills[None]
    scene[ground] = (np.array([50, 120, 80], np.float32) * (0.5 + 0.7 * cloud))[ground]
    return noisy(np.clip(scene, 0, 255).astype(np.uint8), random, 6)


def turned(page: Image, degrees_clockwise: int) -> Image:
    """The capture turned by quarter turns."""
    turns = {90: cv2.ROTATE_90_CLOCKWISE, 180: cv2.ROTATE_180, 270: cv2.ROTATE_90_COUNTERCLOCKWISE}
    return page if degrees_clockwise % 360 == 0 else cv2.rotate(page, turns[degrees_clockwise % 360]).astype(np.uint8)


def soft_photo(page: Image, random: Random) -> Image:
    """A camera's picture, a little soft and shaded, that a person reads without effort."""
    scene = photo(page, random, (2200, 2934), 0.03)
    return noisy(cv2.GaussianBlur(scene, (0, 0), random.uniform(0.6, 1.0)), random, 2.0)


def pale(page: Image, random: Random) -> Image:
    """Weak print on grey or tinted paper."""
    weak = 255 - (255 - page.astype(np.float32)) * random.uniform(0.4, 0.6)
    scan = flatbed(weak.astype(np.uint8), random).astype(np.float32)
    return (scan * np.array(random.choice(((1, 1, 1), (0.86, 0.86, 0.86), (0.9, 0.97, 1))), np.float32)).astype(
        np.uint8
    )


def creased(page: Image, random: Random) -> Image:
    """A letter that was folded in three: soft grey creases across, nothing hidden."""
    scan = flatbed(page, random).astype(np.float32)
    for share in (1 / 3, 2 / 3):
        y = int(scan.shape[0] * (share + random.uniform(-0.01, 0.01)))
        reach = max(scan.shape[0] // 250, 3)
        band = 1 - 0.3 * np.exp(-(np.arange(-reach, reach + 1) ** 2) / (reach**2 / 6))
        scan[y - reach : y + reach + 1] *= band[:, None, None]
    return scan.astype(np.uint8)


def stained(page: Image, random: Random) -> Image:
    """A ring of coffee and a shadow from the binding."""
    scan = flatbed(page, random).astype(np.float32)
    height, width = scan.shape[:2]
    ring = np.zeros((height, width), np.float32)
    centre = (int(width * random.uniform(0.2, 0.8)), int(height * random.uniform(0.3, 0.9)))
    cv2.circle(ring, centre, width // 9, 1, width // 60)
    ring = cv2.GaussianBlur(ring, (0, 0), width / 300)[..., None]
    return np.clip(scan * (1 - ring * np.array([0.3, 0.2, 0.12], np.float32)), 0, 255).astype(np.uint8)


def grey(page: Image, random: Random) -> Image:
    """A scan in grey, as a fax or a copier sends it."""
    scan = cv2.cvtColor(flatbed(page, random), cv2.COLOR_BGR2GRAY)
    return np.asarray(cv2.cvtColor(scan, cv2.COLOR_GRAY2BGR), np.uint8)


def cut_side(page: Image, random: Random) -> Image:
    """Under the camera, the left or right part of the sheet is out of the picture."""
    scene = photo(page, random)
    width = scene.shape[1]
    share = int(width * random.uniform(0.17, 0.3))
    return np.ascontiguousarray(scene[:, share:] if random.random() < 0.5 else scene[:, :-share])


def folded_elsewhere(page: Image, random: Random) -> Image:
    """Another corner folded over, on the glass or under the camera."""
    way = random.choice((0, 1, -1))
    mirrored = cv2.flip(folded(cv2.flip(page, way).astype(np.uint8), random), way).astype(np.uint8)
    return photo(mirrored, random) if random.random() < 0.5 else mirrored


def glare_bar(page: Image, random: Random) -> Image:
    """A window mirrored in glossy paper: a slanting bar of light."""
    scene = photo(page, random).astype(np.float32)
    height, width = scene.shape[:2]
    bar = np.zeros((height, width), np.float32)
    centre = (width / 2 + random.uniform(-0.1, 0.1) * width, height * random.uniform(0.35, 0.65))
    corners = cv2.boxPoints((centre, (width * 0.75, height * random.uniform(0.09, 0.15)), random.uniform(-25, 25)))
    cv2.fillPoly(bar, [corners.astype(np.int32)], 1)
    bar = cv2.GaussianBlur(bar, (0, 0), width / 50)[..., None]
    return np.clip(scene * 0.8 + bar * 265, 0, 255).astype(np.uint8)


def blurred_photo(page: Image, random: Random) -> Image:
    """A camera out of focus."""
    scene = photo(page, random)
    return noisy(cv2.GaussianBlur(scene, (0, 0), scene.shape[1] / random.uniform(330, 420)), random, 2.0)


def message(page: Image, random: Random) -> Image:
    """A picture passed on by messages: small, pressed hard."""
    width = random.randint(420, 560)
    small = cv2.resize(photo(page, random), (width, width * 4 // 3), interpolation=cv2.INTER_AREA)
    data = cv2.imencode(".jpg", small, [cv2.IMWRITE_JPEG_QUALITY, random.randint(30, 60)])[1]
    return np.asarray(cv2.imdecode(data, cv2.IMREAD_COLOR), np.uint8)


def surface(page: Image, random: Random) -> Image:
    """A desk: tiles, a cloth with stripes, or a hand-coloured blot."""
    generator = np.random.default_rng(random.getrandbits(32))
    height, width = 1800, 1350
    scene = np.full((height, width, 3), random.choice(((90, 110, 130), (60, 70, 60), (150, 130, 120))), np.float32)
    what = random.randrange(3)
    if what == 0:
        for place in range(0, height, 220):
            scene[place : place + 8] *= 0.6
            scene[:, place : place + 8] *= 0.6
    elif what == 1:
        scene += (30 * np.sin(np.arange(width) / random.uniform(6, 30)))[None, :, None]
    else:
        for _ in range(30):
            centre = (int(generator.integers(0, width)), int(generator.integers(0, height)))
            shade = [float(one) for one in generator.uniform(40, 200, 3)]
            cv2.circle(scene, centre, int(generator.integers(30, 260)), shade, -1)
    return noisy(np.clip(scene, 0, 255).astype(np.uint8), random, 6)


def empty_photo(page: Image, random: Random) -> Image:
    """The back of a sheet under the camera, its front shining through a little."""
    ghost = cv2.flip(cv2.GaussianBlur(page, (0, 0), page.shape[1] / 500), 1).astype(np.float32)
    return photo((255 - (255 - ghost) * random.uniform(0.02, 0.06)).astype(np.uint8), random)


def heavy_shadow(page: Image, random: Random) -> Image:
    """The shadow of an arm over half of the sheet; readable."""
    scene = photo(page, random).astype(np.float32)
    height, width = scene.shape[:2]
    shade = np.zeros((height, width), np.float32)
    start = random.uniform(0.2, 0.7)
    cv2.fillPoly(
        shade,
        [
            np.array(
                [
                    [int(width * start), 0],
                    [width, int(height * 0.2)],
                    [width, height],
                    [int(width * (start - 0.15)), height],
                ],
                np.int32,
            )
        ],
        1,
    )
    shade = cv2.GaussianBlur(shade, (0, 0), width / 40)[..., None]
    return np.clip(scene * (1 - random.uniform(0.25, 0.45) * shade), 0, 255).astype(np.uint8)


def bright_table(page: Image, random: Random) -> Image:
    """A sheet on a light table, whose edge hardly shows; readable."""
    height, width = page.shape[:2]
    margin = width // 14
    scene = np.full((height + 2 * margin, width + 2 * margin, 3), random.randint(196, 214), np.uint8)
    scene[margin : margin + height, margin : margin + width] = tint(page)
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), random.uniform(-2, 2), 1)
    scene = cv2.warpAffine(scene, turn, (scene.shape[1], scene.shape[0]), borderMode=cv2.BORDER_REPLICATE)
    return noisy(cv2.GaussianBlur(scene, (0, 0), 0.7), random, 2.0)
