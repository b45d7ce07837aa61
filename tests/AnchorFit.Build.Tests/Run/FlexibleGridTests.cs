using System;
using AnchorFit.Run;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Run;

/// <summary>Grids in which the i-th size goes with the i-th ratio: both lists are written, everything else stays.</summary>
public class FlexibleGridTests
{
    private const string Config = """
        # Three layers; the sizes are those of the old ratios.
        model {
          ssd {
            num_classes: 90  # of COCO
            image_resizer { fixed_shape_resizer { height: 300 width: 400 } }
            anchor_generator {
              flexible_grid_anchor_generator {
                anchor_grid {  # the finest
                  base_sizes: [30, 30, 60]
                  aspect_ratios: [1.0, 2.0, 1.0]  # pairs
                  height_stride: 16
                  width_stride: 16
                }
                anchor_grid {
                  base_sizes: 120.0
                  # Square only.
                  aspect_ratios: 1.0
                  height_stride: 32
                  width_stride: 32
                }
                anchor_grid { base_sizes: 240 height_stride: 64 }
                normalize_coordinates: false
              }
            }
          }
        }
        train_config { batch_size: 24 }

        """;

    private const string Fitted = """
        # Three layers; the sizes are those of the old ratios.
        model {
          ssd {
            num_classes: 2  # of COCO
            image_resizer { fixed_shape_resizer { height: 300 width: 400 } }
            anchor_generator {
              flexible_grid_anchor_generator {
                anchor_grid {  # the finest
                  base_sizes: [30, 30, 60, 60.0]
                  aspect_ratios: [0.5, 2.0, 0.5, 2.0]  # pairs
                  height_stride: 16
                  width_stride: 16
                }
                anchor_grid {
                  base_sizes: 120.0
                  base_sizes: 120.0
                  # Square only.
                  aspect_ratios: 0.5
                  aspect_ratios: 2.0
                  height_stride: 32
                  width_stride: 32
                }
                anchor_grid { base_sizes: 240 base_sizes: 240.0 height_stride: 64 aspect_ratios: [0.5, 2.0] }
                normalize_coordinates: false
              }
            }
          }
        }
        train_config { batch_size: 24 }

        """;

    [Fact]
    public void EachSizeGetsEachRatio()
    {
        FitOutcome outcome = Run(Config);

        Assert.Empty(outcome.Diagnostics);
        Assert.Equal(Fitted, Fit.Text(outcome));
        Assert.Equal(Fitted, Fit.Text(Run(Fitted)));
    }

    [Fact]
    public void AGridWithoutSizesIsRefusedWhereItStands() => Assert.Equal(
        "base.config(21,21): error AFB4026: 'model.ssd.anchor_generator.flexible_grid_anchor_generator.anchor_grid[2]' has no base_sizes, so there is nothing to pair with the fitted ratios; write the sizes of its anchors in pixels, for example base_sizes: [32, 64]",
        Assert.Single(Run(Config.Replace("base_sizes: 240 ", "", StringComparison.Ordinal)).Diagnostics).ToString());

    [Fact]
    public void AGeneratorWithoutGridsIsRefused() => Assert.StartsWith(
        "base.config(1,34): error AFB4026: 'model.ssd.anchor_generator.flexible_grid_anchor_generator' has no anchor_grid",
        Assert.Single(Run("model { ssd { anchor_generator { flexible_grid_anchor_generator { } } image_resizer { identity_resizer { } } } }").Diagnostics).ToString(),
        StringComparison.Ordinal);

    private static FitOutcome Run(string config) => Fit.Run(
        config, [("a.xml", Voc.Xml("cat", (50, 100))), ("b.xml", Voc.Xml("dog", (100, 50)))], s => s.With(("AnchorFitAspectRatioCount", "2")));
}
