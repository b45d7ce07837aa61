"""Painting objects of a class's look into an image: shapes, textures and noise, all from one random generator."""

import numpy as np


def smooth_noise(rng, height, width, cell):
    """Noise whose details are about `cell` pixels wide, in -1..1: a coarse grid, interpolated bilinearly."""
    rows, columns = height // cell + 2, width // cell + 2
    grid = rng.uniform(-1, 1, (rows, columns))
    y, x = np.arange(height) / cell, np.arange(width) / cell
    top, left = y.astype(int), x.astype(int)
    fy, fx = (y - top)[:, None], (x - left)[None, :]
    upper = grid[top][:, left] * (1 - fx) + grid[top][:, left + 1] * fx
    lower = grid[top + 1][:, left] * (1 - fx) + grid[top + 1][:, left + 1] * fx
    return upper * (1 - fy) + lower * fy


def mask(shape, height, width):
    """How much of each pixel an object of this outline covers, 0..1; it touches all four edges of its box."""
    y = (np.arange(height)[:, None] + 0.5) / height * 2 - 1
    x = (np.arange(width)[None, :] + 0.5) / width * 2 - 1
    soft = 2.0 / min(height, width)
    distance = {
        "rectangle": lambda: np.maximum(np.abs(x), np.abs(y)) - 1,
        "ellipse": lambda: np.sqrt(x * x + y * y) - 1,
        "diamond": lambda: np.abs(x) + np.abs(y) - 1,
        "cross": lambda: np.maximum(np.minimum(np.abs(x), np.abs(y)) - 0.38, np.maximum(np.abs(x), np.abs(y)) - 1),
        "triangle": lambda: np.maximum(np.abs(x) - (y + 1) / 2, np.abs(y) - 1),
        "ring": lambda: np.abs(np.sqrt(x * x + y * y) - 0.75) - 0.25,
    }[shape]()
    return np.clip(0.5 - distance / soft, 0, 1) * np.ones((height, width))


def texture(rng, kind, height, width, period):
    """A pattern in -1..1; `period` is its length in pixels."""
    y, x = np.arange(height)[:, None] + rng.uniform(0, period), np.arange(width)[None, :] + rng.uniform(0, period)
    wave = 2 * np.pi / period
    return {
        "plain": lambda: np.zeros((height, width)),
        "across": lambda: np.sin(x * wave) + 0 * y,
        "along": lambda: np.sin(y * wave) + 0 * x,
        "slant": lambda: np.sin((x + y) * wave),
        "checks": lambda: np.sign(np.sin(x * wave) * np.sin(y * wave)),
        "speckle": lambda: rng.uniform(-1, 1, (height, width)),
        "blotches": lambda: smooth_noise(rng, height, width, max(2, int(period))),
    }[kind]()


def paint(rng, image, box, look, contrast=1.0):
    """Blends an object into `image` (height x width x 3, 0..1) at `box` (left, top, right, bottom in whole pixels)."""
    left, top, right, bottom = box
    height, width = bottom - top, right - left
    colour = np.asarray(look["colour"]) + rng.normal(0, look.get("varies", 0.08), 3)
    pattern = texture(rng, look.get("texture", "plain"), height, width, look.get("period", 8) * rng.uniform(0.8, 1.25))
    painted = colour[None, None, :] + look.get("depth", 0.15) * pattern[:, :, None]
    cover = mask(look["outline"], height, width)[:, :, None] * contrast * look.get("opaque", 0.85)
    part = image[top:bottom, left:right]
    image[top:bottom, left:right] = part * (1 - cover) + painted * cover


def ground(rng, side, colour, rough, cell):
    """A background: one colour with smooth and fine noise and a light that falls off to one side."""
    light = rng.uniform(-0.12, 0.12) * np.linspace(-1, 1, side)[:, None] + rng.uniform(-0.12, 0.12) * np.linspace(-1, 1, side)[None, :]
    grey = rough * smooth_noise(rng, side, side, cell) + rough / 2 * smooth_noise(rng, side, side, max(2, cell // 4)) + light
    base = np.asarray(colour) + rng.normal(0, 0.04, 3)
    return base[None, None, :] + grey[:, :, None]


def finish(rng, image, noise):
    """The image as bytes, with the noise of a sensor."""
    return (np.clip(image + rng.normal(0, noise, image.shape), 0, 1) * 255).astype(np.uint8)
