using System.Collections.Generic;

namespace AnchorFit.BrokenConfigs;

/// <summary>Text format that is not of this schema; fields that no schema knows count as errors.</summary>
internal static class SchemaBreaks
{
    public static IReadOnlyList<BrokenConfig> All { get; } =
    [
        // Names.
        new("unknown field at the top", "train_config {", "train_conf {", "AFB4001", 32, 1, "has no field 'train_conf'; did you mean 'train_config'?"),
        new("unknown field inside", "num_classes: 2", "num_clases: 2", "AFB4001", 4, 5, "has no field 'num_clases'; did you mean 'num_classes'?"),
        new("unknown field deep inside", "weight: 0.00004", "wieght: 0.00004", "AFB4001", 17, 13, "has no field 'wieght'; did you mean 'weight'?"),
        new("field of another message", "min_scale: 0.2", "anchor_scale: 4.0", "AFB4001", 25, 9, "has no field 'anchor_scale'"),
        new("camel case", "batch_size: 24", "batchSize: 24", "AFB4001", 33, 3, "has no field 'batchSize'; did you mean 'batch_size'?"),
        new("field of an old schema", "use_moving_average: false", "decay_steps: 5", "AFB4001", 38, 5, "has no field 'decay_steps'"),
        new("message at the wrong level", "      }\n    }\n    feature_extractor {", "      }\n      feature_extractor {", "AFB3001", 10, 25, "the message 'feature_extractor' that opens here is not closed"),
        new("unknown extension", "    use_moving_average: false", "    [fork.optimizer.lion] { beta: 0.9 }", "AFB4002", 38, 5, "the extension 'train_config.optimizer.[fork.optimizer.lion]'"),
        new("unknown Any", "    use_moving_average: false", "    [type.googleapis.com/fork.Lion] { beta: 0.9 }", "AFB4002", 38, 5, "the extension 'train_config.optimizer.[type.googleapis.com/fork.Lion]'"),

        // Enums.
        new("misspelt enum value", "RELU_6", "RELU6", "AFB4003", 14, 21, "has no value 'RELU6'; did you mean 'RELU_6'?"),
        new("enum value of a later fork", "RELU_6", "RELU_7", "AFB4003", 14, 21, "has no value 'RELU_7'; did you mean 'RELU_6'?"),
        new("enum value in small letters", "RELU_6", "relu_6", "AFB4003", 14, 21, "has no value 'relu_6'; did you mean 'RELU_6'?"),
        new("enum value of another enum", "RELU_6", "BILINEAR", "AFB4003", 14, 21, "has no value 'BILINEAR'"),
        new("enum value in quotes", "RELU_6", "\"RELU_6\"", "AFB4004", 14, 21, "takes one of NONE, RELU, RELU_6, SWISH, without quotes, not the text \"RELU_6\""),
        new("enum number without a name", "RELU_6", "9", "AFB4003", 14, 21, "has no value '9'"),

        // Kinds.
        new("text for a number", "num_classes: 2", "num_classes: \"2\"", "AFB4004", 4, 18, "not the text \"2\""),
        new("word for a number", "num_classes: 2", "num_classes: two", "AFB4004", 4, 18, "not 'two'"),
        new("fraction for a whole number", "num_classes: 2", "num_classes: 2.0", "AFB4004", 4, 18, "not '2.0'"),
        new("exponent for a whole number", "batch_size: 24", "batch_size: 1e3", "AFB4004", 33, 15, "not '1e3'"),
        new("truth for a number", "num_classes: 2", "num_classes: true", "AFB4004", 4, 18, "not 'true'"),
        new("hexadecimal for a fraction", "min_scale: 0.2", "min_scale: 0x10", "AFB4004", 25, 20, "takes a decimal number, not '0x10'"),
        new("number for text", "\"models/ckpt-0\"", "0", "AFB4004", 40, 25, "takes text in quotes, not '0'"),
        new("None of Python", "\"models/ckpt-0\"", "None", "AFB4004", 40, 25, "takes text in quotes, not 'None'"),
        new("text without quotes", "\"ssd_mobilenet_v2_keras\"", "ssd_mobilenet_v2_keras", "AFB4004", 12, 13, "takes text in quotes, not 'ssd_mobilenet_v2_keras'"),
        new("number for truth", "use_moving_average: false", "use_moving_average: 2", "AFB4004", 38, 25, "takes true or false, not '2'"),
        new("word for truth", "use_moving_average: false", "use_moving_average: no", "AFB4004", 38, 25, "takes true or false, not 'no'"),
        new("truth in quotes", "use_moving_average: false", "use_moving_average: \"false\"", "AFB4004", 38, 25, "takes true or false, not the text \"false\""),
        new("truth in capitals", "use_moving_average: false", "use_moving_average: FALSE", "AFB4004", 38, 25, "takes true or false, not 'FALSE'"),
        new("message for a number", "batch_size: 24", "batch_size { value: 24 }", "AFB4004", 33, 14, "not a message"),
        new("number for a message", "    random_horizontal_flip {\n    }", "    random_horizontal_flip: true", "AFB4004", 42, 29, "takes a message in braces, not 'true'"),
        new("list for one value", "batch_size: 24", "batch_size: [24]", "AFB4006", 33, 15, "remove the square brackets"),
        new("word in a list of numbers", "[1.0, 2.0, 0.5]", "[1.0, two, 0.5]", "AFB4004", 27, 30, "takes a decimal number, not 'two'"),
        new("message in a list of numbers", "[1.0, 2.0, 0.5]", "[{ value: 1.0 }]", "AFB4004", 27, 25, "takes a decimal number, not a message"),

        // Ranges and texts.
        new("negative for unsigned", "batch_size: 24", "batch_size: -24", "AFB4005", 33, 15, "'-24' is out of range"),
        new("number too large", "num_classes: 2", "num_classes: 3000000000", "AFB4005", 4, 18, "'3000000000' is out of range"),
        new("text in broken escapes", "data/label_map.pbtxt", "data/\\377.pbtxt", "AFB4010", 47, 19, "mind its escapes"),
    ];
}
