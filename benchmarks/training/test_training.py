#!/usr/bin/env python3
"""Tests of what this benchmark computes without PyTorch: benchmarks/training/test_training.py"""

import math
import os
import sys
import tempfile
import unittest

try:
    import numpy as np
    import PIL
except ImportError:
    print("numpy or PIL isn't installed.")
    sys.exit(77)

import generate
import results
import tables
from anchors import DrawnAnchors, overlaps, served
from precision import average_precision
from scenes import SCENES
from textformat import last, parse
from voc import VocSet

BASE = """
model {  # a comment, with { and "
  ssd {
    num_classes: 3
    image_resizer { fixed_shape_resizer { height: 320 width: 320 } }
    matcher { argmax_matcher { matched_threshold: 0.5 } }
    anchor_generator { %s }
  }
}
"""


def drawn(generator):
    return DrawnAnchors(BASE % generator)


class TextFormat(unittest.TestCase):
    def test_forms(self):
        message = parse("a: 1 a: [2, 3.5]; b { c: 'x}' } b: < c: \"y\" > d: true e: .5f # end")
        self.assertEqual(message, {"a": [1, 2, 3.5], "b": [{"c": ["x}"]}, {"c": ["y"]}], "d": ["true"], "e": [0.5]})
        self.assertEqual(last(message, "b.c"), "y")
        self.assertEqual(last(message, "b.z", 7), 7)

    def test_broken(self):
        for text in ("a { b: 1", "a: $"):
            with self.assertRaises(ValueError):
                parse(text)


class Anchors(unittest.TestCase):
    def test_mobiledet(self):
        anchors = drawn("ssd_anchor_generator { num_layers: 6 min_scale: 0.2 max_scale: 0.95 aspect_ratios: [1, 2, 0.5, 3, 0.3333] }")
        self.assertEqual(anchors.per_location(), [3, 6, 6, 6, 6, 6])
        self.assertEqual(len(anchors.boxes()), 2034)
        first = anchors.boxes()[0]
        np.testing.assert_allclose(first, [0.025 - 0.05, 0.025 - 0.05, 0.025 + 0.05, 0.025 + 0.05])
        last_one = anchors.boxes()[-1]
        np.testing.assert_allclose(last_one[2] - last_one[0], math.sqrt(0.95))

    def test_scales_and_full_finest_map(self):
        anchors = drawn("ssd_anchor_generator { num_layers: 2 scales: [0.1, 0.4] aspect_ratios: 4 reduce_boxes_in_lowest_layer: false "
                        "interpolated_scale_aspect_ratio: 0.25 base_anchor_height: 2 }")
        (_, _, fine), (_, _, coarse) = anchors.layers
        np.testing.assert_allclose(fine, [(0.2, 0.1), (0.1, 0.8)])
        np.testing.assert_allclose(coarse, [(0.8, 0.4), (math.sqrt(0.4) / 2, 4 * math.sqrt(0.4))])

    def test_multiscale(self):
        anchors = drawn("multiscale_anchor_generator { min_level: 4 max_level: 9 anchor_scale: 2 aspect_ratios: [1, 4] scales_per_octave: 2 }")
        self.assertEqual(anchors.maps(), [(20, 20), (10, 10), (5, 5), (3, 3), (2, 2), (1, 1)])
        np.testing.assert_allclose(anchors.layers[0][2], [(0.1, 0.1), (0.1 * 2 ** 0.5, 0.1 * 2 ** 0.5), (0.2, 0.05), (0.2 * 2 ** 0.5, 0.05 * 2 ** 0.5)])
        np.testing.assert_allclose(anchors.layers[2][0], np.array([32, 96, 160, 224, 288]) / 320)
        np.testing.assert_allclose(anchors.layers[3][0], np.array([0, 128, 256]) / 320, err_msg="128 doesn't divide 320")

    def test_served(self):
        anchors = drawn("ssd_anchor_generator { num_layers: 1 scales: 0.05 aspect_ratios: 1 reduce_boxes_in_lowest_layer: false interpolated_scale_aspect_ratio: 0 }")
        best, positives = served(np.array([[0.0, 0.0, 0.05, 0.05], [0.0, 0.0, 0.1, 0.1], [0.0, 0.0, 0.05, 0.075]]), anchors)
        np.testing.assert_allclose(best, [1, 0.25, 2 / 3])
        self.assertEqual(positives.tolist(), [1, 0, 1])


class Precision(unittest.TestCase):
    box, other, far = [0.0, 0, 10, 10], [20.0, 0, 30, 10], [50.0, 50, 60, 60]

    @staticmethod
    def images(truths, found):
        pack = lambda rows, width: np.array(rows, float).reshape(-1, width)
        return ([(pack([b for b, _ in t], 4), np.array([k for _, k in t], int)) for t in truths],
                [(pack([b for b, _, _ in f], 4), np.array([k for _, k, _ in f], int), np.array([s for _, _, s in f], float)) for f in found])

    def test_perfect_and_none(self):
        table = average_precision(*self.images([[(self.box, 0), (self.other, 0)]], [[(self.box, 0, 0.9), (self.other, 0, 0.8)]]), 2)
        np.testing.assert_allclose(table[0], 1)
        self.assertTrue(np.isnan(table[1]).all())
        np.testing.assert_allclose(average_precision(*self.images([[(self.box, 0)]], [[]]), 1), 0)

    def test_false_alarm_first(self):
        # Precision is 1/2 at the first hit and 2/3 at the second; made monotone it is 2/3 for all recalls.
        table = average_precision(*self.images([[(self.box, 0), (self.other, 0)]], [[(self.far, 0, 1), (self.box, 0, 0.9), (self.other, 0, 0.8)]]), 1)
        np.testing.assert_allclose(table, 2 / 3)

    def test_half_found(self):
        # Recall ends at 1/2: 51 of 101 points.
        table = average_precision(*self.images([[(self.box, 0), (self.other, 0)]], [[(self.box, 0, 0.9)]]), 1)
        np.testing.assert_allclose(table, 51 / 101)

    def test_loose_box_counts_to_its_overlap(self):
        # 10 x 8 of 10 x 10: an IoU of 0.8 passes the thresholds 0.50 to 0.80, seven of ten.
        table = average_precision(*self.images([[(self.box, 0)]], [[([0, 0, 10, 8], 0, 0.9)]]), 1)
        np.testing.assert_allclose(table[0], [1] * 7 + [0] * 3)

    def test_a_box_is_found_once(self):
        table = average_precision(*self.images([[(self.box, 0)], [(self.box, 0)]], [[(self.box, 0, 0.9), (self.box, 0, 0.8)], [(self.box, 0, 0.7)]]), 1)
        np.testing.assert_allclose(table, (51 + 50 * 2 / 3) / 101)

    def test_other_sizes_do_not_count(self):
        large = [0.0, 0, 40, 40]
        images = self.images([[(self.box, 0), (large, 0)]], [[(large, 0, 0.9), (self.box, 0, 0.8), ([60.0, 60, 99, 99], 0, 0.7)]])
        np.testing.assert_allclose(average_precision(*images, 1, 0, 32), 1)
        np.testing.assert_allclose(average_precision(*images, 1, 32, 96), 1)

    def test_against_a_slow_count(self):
        # One class, one image, distinct scores: AP by its definition at each threshold.
        rng = np.random.default_rng(5)
        for _ in range(20):
            corner = rng.uniform(0, 60, (8, 2))
            truth = np.concatenate([corner, corner + rng.uniform(5, 30, (8, 2))], 1)
            found = np.concatenate([truth + rng.normal(0, 1.5, truth.shape), truth + rng.normal(0, 5, truth.shape)])
            found[:, 2:] = np.maximum(found[:, 2:], found[:, :2] + 1)
            scores = rng.permutation(len(found)) / 20
            ours = average_precision([(truth, np.zeros(8, int))], [(found, np.zeros(len(found), int), scores)], 1)[0]
            for t, threshold in enumerate(np.linspace(0.5, 0.95, 10)):
                taken, points, hits = set(), [], 0
                for n, d in enumerate(np.argsort(-scores), 1):
                    iou = {g: overlaps(found[d:d + 1], truth[g:g + 1])[0, 0] for g in range(8) if g not in taken}
                    best = max(iou, key=iou.get, default=None)
                    if best is not None and iou[best] >= threshold:
                        taken.add(best)
                        hits += 1
                    points.append((hits / 8, hits / n))
                slow = np.mean([max([p for r, p in points if r >= recall - 1e-12], default=0) for recall in np.linspace(0, 1, 101)])
                self.assertAlmostEqual(ours[t], slow)


class Generator(unittest.TestCase):
    def test_same_seed_same_scene(self):
        for name, (scene, seed) in SCENES.items():
            once, again, next_one = (scene(np.random.Generator(np.random.PCG64([seed, n])), 320) for n in (0, 0, 1))
            np.testing.assert_array_equal(once[0], again[0])
            self.assertEqual(once[1], again[1], name)
            self.assertNotEqual(once[1], next_one[1], name)

    def test_boxes_lie_in_the_image(self):
        for scene, seed in SCENES.values():
            image, boxes = scene(np.random.Generator(np.random.PCG64([seed, 3])), 320)
            self.assertEqual((image.shape, image.dtype), ((320, 320, 3), np.uint8))
            self.assertTrue(boxes)
            for _, left, top, right, bottom in boxes:
                self.assertTrue(0 <= left < right <= 320 and 0 <= top < bottom <= 320)

    def test_written_and_read(self):
        with tempfile.TemporaryDirectory() as folder:
            os.mkdir(os.path.join(folder, "Annotations"))
            with open(os.path.join(folder, "Annotations", "a.xml"), "w", encoding="utf-8") as file:
                file.write(generate.voc("a", [("tag", 32, 64, 96, 160), ("a&b", 0, 0, 320, 320), ("tag", 5, 5, 5, 9)]))
            for part in ("trainval", "test"):
                with open(os.path.join(folder, part + ".txt"), "w", encoding="utf-8") as file:
                    file.write("a\n")
            voc = VocSet(folder)
            self.assertEqual(voc.classes, ["a&b", "tag"])
            np.testing.assert_allclose(voc.train[0][1], [[0.1, 0.2, 0.3, 0.5], [0, 0, 1, 1]])
            self.assertEqual(voc.train[0][2].tolist(), [1, 0])


class Results(unittest.TestCase):
    row = {"set": "s", "config": "base", "anchors_hash": "h", "seed": 1, "epochs": 4, "AP": 40.0, "AP50": 60.0, "AP75": 30.0,
           "classes": {"a \"b\"": [40.0, 60.0]}, "sizes": {"<32 px": [10.0, 20.0]}, "anchors": 9, "mean_best_iou": 50.0, "recall": 60.0,
           "positives": [0.0, 1.0, 2.5], "served": {}, "curve": [[2, 30.0], [4, 40.0]], "seconds": 1.0}

    def test_appended_and_read(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "r.tsv")
            self.assertEqual(results.read(path), [])
            results.append(path, self.row)
            results.append(path, {**self.row, "seed": 2})
            rows = results.read(path)
            self.assertEqual(rows[0], self.row)
            self.assertEqual(results.done(rows, "s", "h", 2, 4), rows[1])
            for other in (("t", "h", 2, 4), ("s", "i", 2, 4), ("s", "h", 3, 4), ("s", "h", 2, 5)):
                self.assertIsNone(results.done(rows, *other))

    def test_table(self):
        better = {**self.row, "AP": 45.0, "curve": [[2, 41.0], [4, 45.0]]}
        text = tables.table([("base", [self.row, {**self.row, "seed": 2, "AP": 42.0}]), ("fitted", [better])])
        base, fitted = text.splitlines()[2:]
        self.assertIn("| 41.0 ± 1.4 |", base)
        self.assertTrue(base.endswith("| – |"), "no seed of the base reaches the mean by its curve here")
        self.assertTrue(fitted.endswith("| 2 |"))
        self.assertIn("| fitted | 41.0 | 45.0 |", tables.curves([("fitted", [better])]))

    def test_summary(self):
        row = {**self.row, "classes": {"a": [40.0, 60.0], "b": [40.0, 70.0]}}
        better = {**row, "AP": 45.0, "classes": {"a": [42.0, 58.0], "b": [48.0, 75.0]}, "curve": [[2, 41.0], [4, 45.0]]}
        other = {**row, "AP": 39.0}
        text = tables.summary({"s": {"base": [row], "fitted": [better]}, "t": {"base": [row], "fitted": [other]}, "u": {"fitted": [row]}}, "base", ["fitted"])
        lines = text.splitlines()[2:]
        self.assertEqual(lines[0], "| s | base | 1 | 40.0 | 60.0 | 30.0 |  |  | 4 of 4 |")
        self.assertEqual(lines[1], "|  | fitted | 1 | 45.0 | 60.0 | 30.0 | +5.0 | a -2.0 | 2 of 4 |")
        self.assertEqual(lines[3], "|  | fitted | 1 | 39.0 | 60.0 | 30.0 | -1.0 | a +0.0 | 4 of 4 |")
        self.assertEqual(lines[4:], ["| mean of 2 | fitted | | | | | +2.0 | | |"])


if __name__ == "__main__":
    unittest.main()
