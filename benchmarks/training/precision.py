"""Average precision as COCO defines it: IoU 0.50 to 0.95, 101 points of recall, at most 100 detections an image.

Written for this benchmark; pycocotools isn't needed.
"""

import numpy as np

from anchors import overlaps

THRESHOLDS = np.linspace(0.5, 0.95, 10)
RECALLS = np.linspace(0, 1, 101)
MOST = 100


def average_precision(truths, detections, count, low=0.0, high=np.inf):
    """AP by class and threshold, (count, 10); nan for a class without boxes of that size.

    truths: for each image (boxes n x 4, classes n); detections: (boxes, classes, scores). Boxes whose square root of
    the area is below `low` or not below `high` (in the boxes' unit) count neither as hits nor as misses.
    """
    table = np.full((count, len(THRESHOLDS)), np.nan)
    detections = [_top(*one) for one in detections]
    for kind in range(count):
        scores, hits, ignored, wanted = [], [], [], 0
        for (boxes, classes), (found, found_classes, found_scores) in zip(truths, detections):
            boxes, chosen = boxes[classes == kind], found_classes == kind
            outside = ~_within(boxes, low, high)
            order = np.argsort(-found_scores[chosen], kind="stable")
            found_here = found[chosen][order]
            hit, ignore = _match(boxes, outside, found_here)
            ignore |= ~hit & ~_within(found_here, low, high)[None, :] if len(found_here) else ignore
            scores.append(found_scores[chosen][order])
            hits.append(hit)
            ignored.append(ignore)
            wanted += int((~outside).sum())
        if wanted:
            table[kind] = _areas(np.concatenate(scores), np.concatenate(hits, 1), np.concatenate(ignored, 1), wanted)
    return table


def _top(boxes, classes, scores):
    best = np.argsort(-scores, kind="stable")[:MOST]
    return boxes[best], classes[best], scores[best]


def _within(boxes, low, high):
    size = np.sqrt((boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1]))
    return (size >= low) & (size < high)


def _match(boxes, outside, found):
    """Which detections (best first) hit a box, by threshold, and which hit one that doesn't count."""
    hit, ignore = (np.zeros((len(THRESHOLDS), len(found)), bool) for _ in range(2))
    if len(boxes) == 0 or len(found) == 0:
        return hit, ignore
    iou = overlaps(found, boxes)
    for t, threshold in enumerate(THRESHOLDS):
        free = np.ones(len(boxes), bool)
        for d in range(len(found)):
            for group in (free & ~outside, free & outside):
                candidates = np.where(group & (iou[d] >= threshold - 1e-10))[0]
                if len(candidates):
                    best = candidates[np.argmax(iou[d, candidates])]
                    free[best] = False
                    hit[t, d], ignore[t, d] = True, outside[best]
                    break
    return hit, ignore


def _areas(scores, hits, ignored, wanted):
    order = np.argsort(-scores, kind="stable")
    result = np.zeros(len(THRESHOLDS))
    for t in range(len(THRESHOLDS)):
        counts = ~ignored[t, order]
        hit = hits[t, order][counts]
        true, false = np.cumsum(hit), np.cumsum(~hit)
        recall, precision = true / wanted, true / np.maximum(true + false, 1)
        precision = np.maximum.accumulate(precision[::-1])[::-1]
        at = np.searchsorted(recall, RECALLS, side="left")
        result[t] = np.concatenate([precision, [0.0]])[np.minimum(at, len(precision))].mean()
    return result
