#!/usr/bin/env python3
"""Writes sample-golden.json: what scikit-learn and two plain dynamic programmes say of the sample's annotations.

Needs Python 3.9 or later with numpy and scikit-learn (Debian: apt-get install python3-sklearn). The tests read only
the JSON, so this runs again only when the sample's annotations change:

    python3 tests/AnchorFit.Build.Tests/Samples/make_sample_golden.py

The k-means rows do what Coral's notebook "Generate SSD anchor box aspect ratios using k-means clustering" does, with
the files in order of their names. The exact rows come from programmes that share no idea with the product's beyond
the objective: every interval is tried as a cluster, every pair of boxes as neighbouring anchors.
"""
import json
import pathlib
import xml.etree.ElementTree as ElementTree

import numpy as np
import sklearn
from sklearn.cluster import KMeans

HERE = pathlib.Path(__file__).resolve().parent
ANNOTATIONS = HERE.parents[2] / "samples" / "SampleTrainingProject" / "data" / "xmls"
TARGET_PX = 320
COUNTS = range(2, 7)


def read_boxes(folder):
    """Widths and heights in pixels of the resized image, and the class names."""
    boxes, names = [], set()
    for path in sorted(folder.glob("*.xml")):
        root = ElementTree.parse(path).getroot()
        width, height = (int(root.find("size").findtext(side)) for side in ("width", "height"))
        for item in root.findall("object"):
            xmin, ymin, xmax, ymax = (
                int(item.find("bndbox").findtext(edge)) for edge in ("xmin", "ymin", "xmax", "ymax"))
            boxes.append([(xmax - xmin) * TARGET_PX / width, (ymax - ymin) * TARGET_PX / height])
            names.add(item.findtext("name"))
    return np.array(boxes), sorted(names)


def mean_best_iou(boxes, anchors):
    """Percent; boxes and anchors share their centre."""
    shared = np.minimum(boxes[:, None, :], anchors[None, :, :]).prod(axis=2)
    union = boxes.prod(axis=1)[:, None] + anchors.prod(axis=1)[None, :] - shared
    return float((shared / union).max(axis=1).mean() * 100)


def unit_area(ratios):
    roots = np.sqrt(ratios)
    return np.stack([roots, 1 / roots], axis=1)


def by_sklearn(shapes, k):
    fit = KMeans(init="random", n_clusters=k, random_state=0, max_iter=500, n_init=10).fit(shapes)
    return fit.cluster_centers_, float(fit.inertia_)


def by_intervals(shapes, k):
    """Exact k-means, O(k n^2): the best last cluster begins at each possible place in the sorted shapes."""
    sums = np.vstack([np.zeros(3), np.cumsum(np.column_stack([shapes, (shapes ** 2).sum(axis=1)]), axis=0)])
    count = len(shapes)

    def costs_to(end):
        starts = np.arange(end)
        part = sums[end] - sums[starts]
        return part[:, 2] - (part[:, 0] ** 2 + part[:, 1] ** 2) / (end - starts)

    table = np.full((k + 1, count + 1), np.inf)
    first = np.zeros((k + 1, count + 1), dtype=int)
    table[0, 0] = 0
    for end in range(1, count + 1):
        interval = costs_to(end)
        for clusters in range(1, k + 1):
            totals = table[clusters - 1, :end] + interval
            first[clusters, end] = totals.argmin()
            table[clusters, end] = totals.min()
    centres, end = [], count
    for clusters in range(k, 0, -1):
        start = first[clusters, end]
        centres.append(shapes[start:end].mean(axis=0))
        end = start
    centres = np.array(centres[::-1])
    nearest = ((shapes[:, None, :] - centres[None, :, :]) ** 2).sum(axis=2).min(axis=1)
    return centres, float(nearest.sum())


def iou_of_ratios(left, right):
    quotient = np.sqrt(np.minimum(left, right) / np.maximum(left, right))
    return quotient / (2 - quotient)


def by_pairs(ratios, counts):
    """Exact mean IoU: anchors are boxes; each box between two neighbouring anchors takes the better of them."""
    points, weights = np.unique(ratios, return_counts=True)
    count = len(points)
    table = iou_of_ratios(points[:, None], points[None, :]) * weights[None, :]
    before = np.array([table[j, :j].sum() for j in range(count)])
    after = np.array([table[j, j:].sum() for j in range(count)])
    between = np.full((count, count), -np.inf)
    for i in range(count):
        for j in range(i + 1, count):
            between[i, j] = np.maximum(table[i, i:j], table[j, i:j]).sum()
    best, came_from, answers = before, [], {}
    for k in range(1, max(counts) + 1):
        if k > 1:
            totals = best[:, None] + between
            came_from.append(totals.argmax(axis=0))
            best = totals.max(axis=0)
        if k in counts:
            chosen = [int((best + after).argmax())]
            for step in reversed(came_from):
                chosen.append(int(step[chosen[-1]]))
            answers[k] = points[chosen[::-1]]
    return answers


def figures(boxes, centres, inertia):
    ratios = np.sort(centres[:, 0] / centres[:, 1])
    return {
        "aspect_ratios": ratios.tolist(),
        "inertia": inertia,
        "average_iou_of_centroids": mean_best_iou(boxes, centres),
        "mean_iou_of_unit_area_anchors": mean_best_iou(boxes, unit_area(ratios)),
    }


def main():
    boxes, names = read_boxes(ANNOTATIONS)
    shapes = boxes / np.sqrt(boxes.prod(axis=1, keepdims=True))
    ratios = boxes[:, 0] / boxes[:, 1]
    in_order = shapes[np.argsort(ratios, kind="stable")]
    optima = by_pairs(ratios, COUNTS)
    rows = []
    for k in COUNTS:
        anchors = unit_area(optima[k])
        rows.append({
            "k": k,
            "sklearn": {"version": sklearn.__version__, **figures(shapes, *by_sklearn(shapes, k))},
            "exact_kmeans": figures(shapes, *by_intervals(in_order, k)),
            "exact_mean_iou": {
                "aspect_ratios": optima[k].tolist(),
                "mean_iou_of_unit_area_anchors": mean_best_iou(shapes, anchors),
            },
        })
    golden = {
        "source": "make_sample_golden.py on samples/SampleTrainingProject/data/xmls, files in order of their names",
        "resize": [TARGET_PX, TARGET_PX],
        "files": len(list(ANNOTATIONS.glob("*.xml"))),
        "boxes": len(boxes),
        "classes": names,
        "rows": rows,
    }
    text = json.dumps(golden, indent=1) + "\n"
    (HERE / "sample-golden.json").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
