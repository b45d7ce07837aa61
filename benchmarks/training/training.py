"""One training from scratch, and how well the detector then finds the test images' boxes."""

import copy
import math
import time

import numpy as np
import torch

from detector import SIDE, Detector
from precision import average_precision

EPOCHS, BATCH, RATE = 12, 8, 2e-3


def normal(images):
    return (images.float() / 255 - 0.5) / 0.25


def prepare(voc):
    """Images and boxes of both splits, once for all trainings on a set."""
    data = {}
    for name in ("train", "test"):
        part = getattr(voc, name)
        targets = [{"boxes": torch.tensor(boxes * SIDE, dtype=torch.float32), "labels": torch.tensor(classes + 1)} for _, boxes, classes in part]
        data[name] = torch.from_numpy(voc.images(part, SIDE)), targets
    return data


def mirrored(images, targets, chosen):
    """The chosen images, each turned left to right with even odds, and a little lighter or darker."""
    flips = torch.rand(len(chosen)) < 0.5
    batch = normal(images[chosen])
    batch[flips] = batch[flips].flip(-1)
    batch = batch * (1 + 0.2 * (torch.rand(len(chosen), 1, 1, 1) - 0.5)) + 0.2 * torch.randn(len(chosen), 3, 1, 1)
    turned = []
    for index, flip in zip(chosen.tolist(), flips.tolist()):
        boxes = targets[index]["boxes"]
        if flip:
            boxes = torch.stack([SIDE - boxes[:, 2], boxes[:, 1], SIDE - boxes[:, 0], boxes[:, 3]], 1)
        turned.append({"boxes": boxes, "labels": targets[index]["labels"]})
    return batch, turned


def detections(model, images):
    model.eval()
    found = []
    for part in normal(images).split(20):
        found += [(d["boxes"].numpy() / SIDE, d["labels"].numpy() - 1, d["scores"].numpy()) for d in model.detect(part)]
    return found


def train(voc, data, drawn, seed, epochs=EPOCHS, every=2, log=None):
    """Returns the detections on the test images after the last epoch, and AP by epoch as (epoch, AP)."""
    torch.manual_seed(seed)
    model = Detector(drawn, len(voc.classes))
    images, targets = data["train"]
    truths = [(boxes, classes) for _, boxes, classes in voc.test]
    optimiser = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=1e-3)
    steps = math.ceil(len(images) / BATCH) * epochs
    # A short rise, a long plateau, then down to nothing; weights are averaged over the last hundred steps or so.
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: min(1, (s + 1) / 50, 2 * (1 - s / steps)))
    average, step, curve, start = copy.deepcopy(model), 0, [], time.perf_counter()
    for epoch in range(1, epochs + 1):
        model.train()
        for chosen in torch.randperm(len(images)).split(BATCH):
            loss = model.loss(*mirrored(images, targets, chosen))
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 10)
            optimiser.step()
            schedule.step()
            step += 1
            _follow(average, model, min(0.98, step / (step + 10)))
        if epoch % every == 0 or epoch == epochs:
            found = detections(average, data["test"][0])
            curve.append((epoch, 100 * float(np.nanmean(average_precision(truths, found, len(voc.classes))))))
            if log:
                log(f"epoch {epoch}: loss {loss.item():.2f}, AP {curve[-1][1]:.1f}, {time.perf_counter() - start:.0f} s")
    return found, curve


@torch.no_grad()
def _follow(average, model, keep):
    for kept, new in zip(average.state_dict().values(), model.state_dict().values()):
        if kept.dtype.is_floating_point:
            kept.mul_(keep).add_(new, alpha=1 - keep)
        else:
            kept.copy_(new)
