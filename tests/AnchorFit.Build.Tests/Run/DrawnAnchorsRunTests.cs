using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using AnchorFit.Run;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Run;

/// <summary>The objective <c>DrawnAnchors</c> from settings to config: what is written, what is said, what is refused.</summary>
public class DrawnAnchorsRunTests
{
    /// <summary>Two feature maps of 20 and 10 cells a side; ratios of no use to tall boxes.</summary>
    private const string Config = """
        # Drawn on two maps.
        model {
          ssd {
            num_classes: 90
            image_resizer { fixed_shape_resizer { height: 320 width: 320 } }
            feature_extractor { type: "ssd_mobilenet_v2" }
            matcher { argmax_matcher { matched_threshold: 0.5 unmatched_threshold: 0.5 force_match_for_each_row: true } }
            anchor_generator {
              ssd_anchor_generator {
                num_layers: 6
                min_scale: 0.2
                max_scale: 0.95  # of the side
                aspect_ratios: [1.0, 2.0]
              }
            }
          }
        }

        """;

    [Fact]
    public void TheFieldsOfTheGeneratorAreWrittenAndNothingElse()
    {
        FitOutcome outcome = Run(s => s with { Scales = "true", LowestLayer = "auto" });
        System.Console.WriteLine(Fit.Text(outcome)); System.Console.WriteLine(Fit.Json(outcome)); foreach (var d in outcome.Result!.Details) System.Console.WriteLine(d);
        Assert.Empty(outcome.Diagnostics);
    }

    private static FitOutcome Run(Func<RawSettings, RawSettings> settings, string config = Config) =>
        Fit.Run(config, Files, s => settings(s with { AspectRatioCount = "2", Objective = "DrawnAnchors" }));

    private static IEnumerable<(string, string)> Files =>
        [("a.xml", Voc.Xml("cat", (60, 120), (30, 66))), ("b.xml", Voc.Xml("cat", (100, 250), (80, 90), (20, 44)))];
}
