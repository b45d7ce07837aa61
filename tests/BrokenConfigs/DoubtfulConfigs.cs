using System.Collections.Generic;

namespace AnchorFit.BrokenConfigs;

/// <summary>Configs that are fitted with a warning: the trainer reads them otherwise than they look, or not at all.</summary>
internal static class DoubtfulConfigs
{
    public static IReadOnlyList<BrokenConfig> All { get; } =
    [
        new("byte order mark", "# An SSD", "\uFEFF# An SSD", "AFB3021", 1, 1, "save it as UTF-8 without one"),
        new("sign apart", "momentum_optimizer_value: 0.9", "momentum_optimizer_value: - 0.9", "AFB3022", 36, 33, "write them together"),
        new("unknown escape", "models/ckpt-0", "models\\ckpt-0", "AFB3023", 40, 32, "'\\c' is no escape"),
        new("comment with a carriage return", "num_classes: 2", "num_classes: 2 # of\rnum_layers: 2", "AFB3024", 4, 24, "LF or CRLF"),
        new("field twice", "batch_size: 24", "batch_size: 24\n  batch_size: 32", "AFB4008", 34, 3, "remove the one in line 33, column 3"),
        new("member of a oneof twice", "        width: 400\n      }\n", "        width: 400\n      }\n      identity_resizer {\n      }\n", "AFB4009", 10, 7, "replaces 'fixed_shape_resizer' of line 6, column 7"),
        new("number too large for a float", "weight: 0.00004", "weight: 4e50", "AFB4011", 17, 21, "'4e50' is too large"),
        new("path to be configured", "data/label_map.pbtxt", "PATH_TO_BE_CONFIGURED/label_map.pbtxt", "AFB4025", 47, 19, "train_input_reader.label_map_path"),
    ];
}
