"""A small SSD: torchvision's matching, loss and non-maximum suppression on a backbone of 0.7 million weights.

Its maps are those of a config for 320 x 320 (20, 10, 5, 3, 2, 1), at half the resolution.
"""

import torch
from torch import nn
from torchvision.models.detection.ssd import SSD, SSDHead
from torchvision.ops import boxes as box_ops

SIDE = 160
MAPS = [(20, 20), (10, 10), (5, 5), (3, 3), (2, 2), (1, 1)]


def _computes_halves():
    try:
        with open("/proc/cpuinfo", encoding="ascii") as file:
            return "avx512_bf16" in file.read()
    except OSError:
        return False


_HALF = _computes_halves()


def _block(inputs, outputs, stride=1):
    return nn.Sequential(nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True))


class Backbone(nn.Module):
    channels = [64, 96, 96, 64, 64, 64]

    def __init__(self):
        super().__init__()
        self.stages = nn.ModuleList([
            nn.Sequential(nn.PixelUnshuffle(2), _block(12, 32, 2), _block(32, 32), _block(32, 64, 2), _block(64, 64)),
            nn.Sequential(_block(64, 96, 2), _block(96, 96)),
            nn.Sequential(_block(96, 96, 2), _block(96, 96)),
            nn.Sequential(_block(96, 64, 2)),
            nn.Sequential(_block(64, 64, 2)),
            nn.Sequential(_block(64, 64, 2)),
        ])

    def forward(self, x):
        maps = []
        for stage in self.stages:
            x = stage(x)
            maps.append(x)
        return maps


class Detector(SSD):
    """Trains and detects on tensors that already have the input's size; boxes are in its pixels."""

    def __init__(self, drawn, classes):
        if drawn.maps() != MAPS:
            raise ValueError(f"the config's feature maps are {drawn.maps()}, and the detector has {MAPS}")
        head = SSDHead(Backbone.channels, drawn.per_location(), classes + 1)
        super().__init__(Backbone(), None, (SIDE, SIDE), classes + 1, head=head, iou_thresh=drawn.threshold)
        self.register_buffer("anchors", torch.tensor(drawn.boxes() * SIDE, dtype=torch.float32))

    def outputs(self, images):
        """In half the digits where the processor computes with those, which takes half the time."""
        with torch.autocast("cpu", torch.bfloat16, enabled=_HALF):
            return {name: values.float() for name, values in self.head(self.backbone(images)).items()}

    def loss(self, images, targets):
        matched = [
            self.proposal_matcher(box_ops.box_iou(target["boxes"], self.anchors)) if len(target["boxes"])
            else torch.full((len(self.anchors),), -1, dtype=torch.int64)
            for target in targets]
        return sum(self.compute_loss(targets, self.outputs(images), [self.anchors] * len(targets), matched).values())

    @torch.no_grad()
    def detect(self, images):
        shapes = [(SIDE, SIDE)] * len(images)
        return self.postprocess_detections(self.outputs(images), [self.anchors] * len(images), shapes)
