namespace AnchorFit.PackageTests.Infra;

/// <summary>Small pipeline.config texts.</summary>
internal static class Configs
{
    /// <summary>An SSD config for images of 400×300 pixels that stay as they are, with the given aspect-ratio lines.</summary>
    public static string Ssd(string aspectRatios) => $$"""
        # A comment that stays.
        model {
          ssd {
            num_classes: 90  # of COCO
            image_resizer {
              fixed_shape_resizer { height: 300 width: 400 }
            }
            anchor_generator {
              ssd_anchor_generator {
                {{aspectRatios}}
              }
            }
          }
        }

        """;
}
