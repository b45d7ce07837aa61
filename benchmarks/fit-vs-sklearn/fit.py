#!/usr/bin/env python3
"""Fits aspect ratios with scikit-learn as Coral's notebook does: ten random starts.

usage: fit.py FILE K      (FILE: widths and heights as pairs of float64)

Prints the time of the fit alone, from boxes in memory to centres.
"""
import sys
import time

import numpy as np
from sklearn.cluster import KMeans

boxes = np.fromfile(sys.argv[1]).reshape(-1, 2)
start = time.perf_counter()
shapes = boxes / np.sqrt(boxes.prod(axis=1, keepdims=True))
model = KMeans(init="random", n_clusters=int(sys.argv[2]), random_state=0, max_iter=500, n_init=10).fit(shapes)
end = time.perf_counter()
ratios = np.sort(model.cluster_centers_[:, 0] / model.cluster_centers_[:, 1])
print(f"fitted {(end - start) * 1000:.1f} ms; inertia {model.inertia_!r}; aspect ratios {', '.join(f'{r:.4f}' for r in ratios)}")
