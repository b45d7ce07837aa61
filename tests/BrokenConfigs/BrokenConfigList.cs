using System.Collections.Generic;

namespace AnchorFit.BrokenConfigs;

/// <summary>
/// A sound config, and the ways in which people break one. The unit tests put every row through the engine, the package
/// tests through a real build.
/// </summary>
internal static class BrokenConfigList
{
    /// <summary>Fits images of 400×300 pixels; gives no diagnostic.</summary>
    public const string Sound = """
        # An SSD for the warehouse.
        model {
          ssd {
            num_classes: 2
            image_resizer {
              fixed_shape_resizer {
                height: 300
                width: 400
              }
            }
            feature_extractor {
              type: "ssd_mobilenet_v2_keras"
              conv_hyperparams {
                activation: RELU_6
                regularizer {
                  l2_regularizer {
                    weight: 0.00004
                  }
                }
              }
            }
            anchor_generator {
              ssd_anchor_generator {
                num_layers: 6
                min_scale: 0.2
                max_scale: 0.95
                aspect_ratios: [1.0, 2.0, 0.5]
              }
            }
          }
        }
        train_config {
          batch_size: 24
          optimizer {
            momentum_optimizer {
              momentum_optimizer_value: 0.9
            }
            use_moving_average: false
          }
          fine_tune_checkpoint: "models/ckpt-0"
          data_augmentation_options {
            random_horizontal_flip {
            }
          }
        }
        train_input_reader {
          label_map_path: "data/label_map.pbtxt"
          tf_record_input_reader {
            input_path: "data/train.record"
          }
        }

        """;

    /// <summary>Every row that gives one error; those of <see cref="DoubtfulConfigs"/> give one warning.</summary>
    public static IReadOnlyList<BrokenConfig> All { get; } = [.. SyntaxBreaks.All, .. SchemaBreaks.All, .. ModelBreaks.All];
}
