using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.Anchors;
using AnchorFit.Geometry;
using AnchorFit.Protos;

namespace AnchorFit.Benchmarks;

/// <summary>Matching made-up boxes with drawn anchors, for each rule of what becomes of those at the edge.</summary>
internal static class DrawnAnchorsBenchmark
{
    public static void Run(int count)
    {
        PlacedBoxes square = Boxes(count, [new ImageSize(320, 320)]);
        PlacedBoxes large = Boxes(count, [new ImageSize(1024, 600)]);
        PlacedBoxes many = Boxes(count, [.. Enumerable.Range(0, 1000).Select(i => new ImageSize(1024, 400 + i))]);
        AnchorScheme ssd = Scheme(new DetectionModel
        {
            Ssd = new Ssd
            {
                FeatureExtractor = new SsdFeatureExtractor { Type = "ssd_mobilenet_v2" },
                AnchorGenerator = new AnchorGenerator { SsdAnchorGenerator = new SsdAnchorGenerator { AspectRatios = { 1, 2, 0.5f, 3 } } },
            },
        });

        Console.WriteLine($"{count} boxes, {ssd.AnchorsALocation.Sum()} shapes on {ssd.AnchorsALocation.Count} maps, or 12 on one");
        Console.WriteLine(Stopwatches.Header);
        Measure("kept (SSD)", square, ssd);
        Measure("pruned (Faster R-CNN)", large, FirstStage(clips: false));
        Measure("pruned, 1000 sizes of input", many, FirstStage(clips: false));
        Measure("clipped (Faster R-CNN)", large, FirstStage(clips: true));
        Stopwatches.Measure("kept, with scores", () => DrawnScore.Measure(square, ssd));
    }

    private static void Measure(string name, PlacedBoxes boxes, AnchorScheme scheme) =>
        Stopwatches.Measure(name, () => AnchorMatching.Match(boxes, scheme));

    private static AnchorScheme FirstStage(bool clips) => Scheme(new DetectionModel
    {
        FasterRcnn = new FasterRcnn
        {
            FeatureExtractor = new FasterRcnnFeatureExtractor { Type = "faster_rcnn_resnet50" },
            ClipAnchorsToImage = clips,
            FirstStageAnchorGenerator = new AnchorGenerator
            {
                GridAnchorGenerator = new GridAnchorGenerator { Scales = { 0.25f, 0.5f, 1, 2 }, AspectRatios = { 0.5f, 1, 2 } },
            },
        },
    });

    private static AnchorScheme Scheme(DetectionModel model) =>
        AnchorScheme.Of(model, null, out string? whyNot) ?? throw new InvalidOperationException(whyNot);

    private static PlacedBoxes Boxes(int count, IReadOnlyList<ImageSize> inputs)
    {
        var random = new Random(1);
        var boxes = new PlacedBoxes();
        for (int i = 0; i < count; i++)
        {
            ImageSize input = inputs[i % inputs.Count];
            double width = input.Width * Math.Pow(0.02, random.NextDouble());
            double height = input.Height * Math.Pow(0.02, random.NextDouble());
            double x = random.NextDouble() * (input.Width - width);
            double y = random.NextDouble() * (input.Height - height);
            boxes.Add(new PlacedBox(new PixelBox(x, y, x + width, y + height), 1, boxes.IndexOf(input), i % 10, 0, 0));
        }

        return boxes;
    }
}
