#!/usr/bin/env python3
"""The job as people do it in Python: PASCAL VOC files read with ElementTree, aspect ratios fitted with scikit-learn.

usage: fit.py FOLDER K

The method and its settings are those of Coral's notebook "Generate SSD anchor box aspect ratios using k-means
clustering"; the code is not. Prints the times after the imports, and what was found.
"""
import glob
import os
import sys
import time
import xml.etree.ElementTree as ElementTree

import numpy as np
from sklearn.cluster import KMeans

TARGET_PX = 320


def read(folder):
    boxes = []
    for path in glob.glob(os.path.join(folder, "*.xml")):
        root = ElementTree.parse(path).getroot()
        size = root.find("size")
        width, height = int(size.find("width").text), int(size.find("height").text)
        for box in root.iter("bndbox"):
            box_width = int(box.find("xmax").text) - int(box.find("xmin").text)
            box_height = int(box.find("ymax").text) - int(box.find("ymin").text)
            boxes.append([box_width * TARGET_PX / width, box_height * TARGET_PX / height])
    return np.array(boxes)


def fit(boxes, k):
    """The ratios, ascending, and the average IoU with the centroids in percent."""
    shapes = boxes / np.sqrt(boxes.prod(axis=1, keepdims=True))
    model = KMeans(init="random", n_clusters=k, random_state=0, max_iter=500, n_init=10).fit(shapes)
    centroids = model.cluster_centers_
    shared = np.minimum(shapes[:, None, :], centroids[None, :, :]).prod(axis=2)
    union = shapes.prod(axis=1)[:, None] + centroids.prod(axis=1)[None, :] - shared
    return np.sort(centroids[:, 0] / centroids[:, 1]), (shared / union).max(axis=1).mean() * 100


def main():
    folder, k = sys.argv[1], int(sys.argv[2])
    start = time.perf_counter()
    boxes = read(folder)
    middle = time.perf_counter()
    ratios, iou = fit(boxes, k)
    end = time.perf_counter()
    print(f"read {(middle - start) * 1000:.0f} ms, fitted {(end - middle) * 1000:.0f} ms, "
          f"total {(end - start) * 1000:.0f} ms")
    print(f"{len(boxes)} boxes, aspect ratios {', '.join(f'{ratio:.4f}' for ratio in ratios)}, average IoU {iou:.2f} %")


if __name__ == "__main__":
    main()
