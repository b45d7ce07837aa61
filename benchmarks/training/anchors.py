"""The anchors that the trainer of a pipeline.config draws, in fractions of the network's input.

Written from the API's generators (`anchor_generators/multiple_grid_anchor_generator.py`,
`anchor_generators/multiscale_grid_anchor_generator.py`) and independent of the package, which it checks.

usage: anchors.py CONFIG      prints the anchors, one a line: left, top, right, bottom
"""

import math
import sys

try:
    import numpy as np
except ImportError:
    print("numpy isn't installed.")
    sys.exit(77)

from textformat import last, parse


class DrawnAnchors:
    """The anchors of one config: `layers` holds for each map the y of its rows, the x of its columns and its shapes (width, height)."""

    def __init__(self, text):
        config = parse(text)
        height, width = (last(config, f"model.ssd.image_resizer.fixed_shape_resizer.{side}", 300) for side in ("height", "width"))
        self.side = (int(height), int(width))
        self.threshold = last(config, "model.ssd.matcher.argmax_matcher.matched_threshold", 0.5)
        ssd = last(config, "model.ssd.anchor_generator.ssd_anchor_generator")
        multiscale = last(config, "model.ssd.anchor_generator.multiscale_anchor_generator")
        if ssd is not None:
            self.layers = self._ssd(ssd)
        elif multiscale is not None:
            self.layers = self._multiscale(multiscale)
        else:
            raise ValueError("the config has neither an ssd_anchor_generator nor a multiscale_anchor_generator")

    def _ssd(self, generator):
        """Maps of an extractor that starts at stride 16 and halves, as MobileNet and MobileDet do without FPN."""
        if "height_stride" in generator:
            raise ValueError("height_stride of an ssd_anchor_generator isn't drawn here")
        count = int(last(generator, "num_layers", 6))
        low, high = last(generator, "min_scale", 0.2), last(generator, "max_scale", 0.95)
        scales = generator.get("scales") or [low + (high - low) * i / (count - 1) for i in range(count)]
        scales = scales[:count]
        ratios = generator.get("aspect_ratios", [])
        between = last(generator, "interpolated_scale_aspect_ratio", 1.0)
        base = last(generator, "base_anchor_width", 1.0), last(generator, "base_anchor_height", 1.0)
        reduced = last(generator, "reduce_boxes_in_lowest_layer", "true") in ("true", "True", "t", 1.0)
        height, width = self.side
        rows, columns = math.ceil(height / 16), math.ceil(width / 16)
        layers = []
        for i, (scale, after) in enumerate(zip(scales, scales[1:] + [1.0])):
            pairs = [(scale, ratio) for ratio in ratios] + ([(math.sqrt(scale * after), between)] if between > 0 else [])
            if i == 0 and reduced:
                pairs = [(0.1, 1.0), (scale, 2.0), (scale, 0.5)]
            layers.append(((np.arange(rows) + 0.5) / rows, (np.arange(columns) + 0.5) / columns, self._shapes(pairs, *base)))
            rows, columns = math.ceil(rows / 2), math.ceil(columns / 2)
        return layers

    def _shapes(self, pairs, base_width, base_height):
        height, width = self.side
        shorter = min(height, width)
        return [(s * math.sqrt(r) * base_width * shorter / width, s / math.sqrt(r) * base_height * shorter / height) for s, r in pairs]

    def _multiscale(self, generator):
        height, width = self.side
        octave = int(last(generator, "scales_per_octave", 2))
        layers = []
        for level in range(int(last(generator, "min_level", 3)), int(last(generator, "max_level", 7)) + 1):
            base = last(generator, "anchor_scale", 4.0) * 2 ** level
            shapes = [(base * 2 ** (i / octave) * math.sqrt(r) / width, base * 2 ** (i / octave) / math.sqrt(r) / height)
                      for r in generator.get("aspect_ratios", []) for i in range(octave)]
            layers.append((*(self._points(side, 2 ** level) for side in self.side), shapes))
        return layers

    @staticmethod
    def _points(side, stride):
        """Half a stride inside where the stride divides the side, from the edge on where it doesn't."""
        first = stride / 2 if side % stride == 0 else 0
        return (first + stride * np.arange(math.ceil(side / stride))) / side

    def per_location(self):
        return [len(shapes) for _, _, shapes in self.layers]

    def maps(self):
        return [(len(y), len(x)) for y, x, _ in self.layers]

    def boxes(self):
        """All anchors as (left, top, right, bottom), n x 4: by map, row, column, then in the order of the channels."""
        drawn = []
        for y, x, shapes in self.layers:
            centre = np.stack(np.broadcast_arrays(x[None, :, None], y[:, None, None]), -1)
            half = np.asarray(shapes)[None, None, :, :] / 2
            drawn.append(np.concatenate([centre - half, centre + half], -1).reshape(-1, 4))
        return np.concatenate(drawn)


def overlaps(boxes, anchors):
    """Intersection over union of each box with each anchor, (boxes, anchors)."""
    low = np.maximum(boxes[:, None, :2], anchors[None, :, :2])
    high = np.minimum(boxes[:, None, 2:], anchors[None, :, 2:])
    shared = np.clip(high - low, 0, None).prod(-1)
    area = lambda b: (b[:, 2] - b[:, 0]) * (b[:, 3] - b[:, 1])
    return shared / (area(boxes)[:, None] + area(anchors)[None, :] - shared)


def served(boxes, drawn):
    """Of each box (fractions of the image) the IoU with its best anchor, and how many anchors reach the threshold."""
    anchors, best, positives = drawn.boxes(), [], []
    for part in np.array_split(boxes, max(1, len(boxes) // 500)):
        iou = overlaps(part, anchors)
        best.append(iou.max(1))
        positives.append((iou >= drawn.threshold).sum(1))
    return np.concatenate(best), np.concatenate(positives)


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8-sig") as config:
        np.savetxt(sys.stdout, DrawnAnchors(config.read()).boxes(), "%.9g")
