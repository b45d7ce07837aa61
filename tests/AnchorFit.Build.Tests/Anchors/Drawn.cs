using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using AnchorFit.Anchors;
using AnchorFit.Geometry;
using AnchorFit.PipelineConfig.Schema;
using AnchorFit.PipelineConfig.Syntax;
using AnchorFit.Protos;
using AnchorFit.Tests.Support;
using AnchorFit.Text;
using Xunit;

namespace AnchorFit.Tests.Anchors;

/// <summary>Models, schemes and boxes for the tests of drawn anchors.</summary>
internal static class Drawn
{
    public const string Mobiledet = "type: 'ssd_mobiledet_edgetpu'";
    public const string DefaultRatios = "aspect_ratios: [1.0, 2.0, 0.5, 3.0, 0.3333]";

    public static DetectionModel Model(string text) =>
        ConfigBinder.Bind<DetectionModel>(TextFormatParser.Parse(new SourceText("a.config", text))).Message;

    /// <summary>An SSD model with this generator and extractor at a fixed input of 320×320, or with another resizer.</summary>
    public static DetectionModel Ssd(string generator, string extractor = Mobiledet, string resizer = "fixed_shape_resizer { height: 320 width: 320 }") => Model($$"""
        ssd {
          image_resizer { {{resizer}} }
          feature_extractor { {{extractor}} }
          matcher { argmax_matcher { force_match_for_each_row: true } }
          anchor_generator { {{generator}} }
        }
        """);

    public static DetectionModel FasterRcnn(string generator, string extractor = "type: 'faster_rcnn_resnet50'", string more = "") => Model($$"""
        faster_rcnn {
          image_resizer { keep_aspect_ratio_resizer { min_dimension: 600 max_dimension: 1024 } }
          feature_extractor { {{extractor}} }
          first_stage_anchor_generator { {{generator}} }
          {{more}}
        }
        """);

    public static AnchorScheme Scheme(DetectionModel model, string? maps = null)
    {
        AnchorScheme? scheme = AnchorScheme.Of(model, maps is null ? null : FeatureMapSizes.Parse(maps)!, out string? whyNot);
        Assert.Null(whyNot);
        return scheme!;
    }

    /// <summary>Why a model has no scheme.</summary>
    public static string WhyNot(DetectionModel model, string? maps = null)
    {
        Assert.Null(AnchorScheme.Of(model, maps is null ? null : FeatureMapSizes.Parse(maps)!, out string? whyNot));
        return whyNot!;
    }

    /// <summary>The sizes of a layout's grids, as <see cref="FeatureMapSizes.Parse"/> reads them.</summary>
    public static string Maps(AnchorLayout layout) =>
        new FeatureMapSizes([.. layout.Grids.Select(g => new FeatureMapSize(g.Rows, g.Columns))]).ToString();

    /// <summary>Shapes as text, to half a thousandth of a pixel.</summary>
    public static string[] Shapes(AnchorFit.Anchors.AnchorGrid grid) =>
        [.. grid.Shapes.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Width:0.###}x{s.Height:0.###}"))];

    public static PlacedBoxes Boxes(ImageSize input, params IEnumerable<PixelBox> edges)
    {
        var boxes = new PlacedBoxes();
        foreach (PixelBox box in edges)
        {
            boxes.Add(new PlacedBox(box, 1, boxes.IndexOf(input), 0, 0, 0));
        }

        return boxes;
    }

    /// <summary>The raccoon set, every image scaled to a square of this side.</summary>
    public static PlacedBoxes Raccoons(int side)
    {
        var boxes = new PlacedBoxes();
        int input = boxes.IndexOf(new ImageSize(side, side));
        string[] files = [.. Directory.EnumerateFiles(Corpus.RaccoonAnnotations(), "*.xml").Order(System.StringComparer.Ordinal)];
        for (int file = 0; file < files.Length; file++)
        {
            XElement root = XDocument.Load(files[file]).Root!;
            double x = side / Number(root.Element("size")!, "width");
            double y = side / Number(root.Element("size")!, "height");
            foreach (XElement box in root.Elements("object").Select(o => o.Element("bndbox")!))
            {
                var edges = new PixelBox(x * Number(box, "xmin"), y * Number(box, "ymin"), x * Number(box, "xmax"), y * Number(box, "ymax"));
                boxes.Add(new PlacedBox(edges, 1, input, 0, file, 0));
            }
        }

        return boxes;

        static double Number(XElement parent, string name) => double.Parse(parent.Element(name)!.Value, CultureInfo.InvariantCulture);
    }
}
