using System.Collections.Generic;
using System.Text;

namespace AnchorFit.BrokenConfigs;

/// <summary>Texts that are no text format, or in no encoding that the trainer reads.</summary>
internal static class SyntaxBreaks
{
    public static IReadOnlyList<BrokenConfig> All { get; } =
    [
        // Brackets of messages.
        new("brace lost deep inside", "            weight: 0.00004\n          }\n", "            weight: 0.00004\n", "AFB3001", 16, 26, "the message 'l2_regularizer' that opens here is not closed"),
        new("brace lost in the middle", "        width: 400\n      }\n", "        width: 400\n", "AFB3001", 6, 27, "the message 'fixed_shape_resizer' that opens here is not closed"),
        new("brace lost at the end", "train.record\"\n  }\n}\n", "train.record\"\n  }\n", "AFB3001", 46, 20, "the message 'train_input_reader' that opens here is not closed"),
        new("opening brace lost", "train_config {", "train_config", "AFB3007", 32, 13, "the field 'train_config' has no value: the opening brace before its fields is missing; write 'train_config {'"),
        new("brace too many inside", "    use_moving_average: false\n  }\n", "    use_moving_average: false\n  }\n  }\n", "AFB3002", 40, 3, "this '}' closes nothing"),
        new("brace too many at the end", "train.record\"\n  }\n}\n", "train.record\"\n  }\n}\n}\n", "AFB3002", 52, 1, "this '}' closes nothing"),
        new("angle closes brace", "        width: 400\n      }", "        width: 400\n      >", "AFB3003", 9, 7, "write '}'"),
        new("parenthesis closes brace", "        width: 400\n      }", "        width: 400\n      )", "AFB3003", 9, 7, "write '}'"),
        new("square bracket closes brace", "        width: 400\n      }", "        width: 400\n      ]", "AFB3003", 9, 7, "write '}'"),
        new("parentheses for braces", "random_horizontal_flip {\n    }", "random_horizontal_flip (\n    )", "AFB3010", 42, 28, "'(' opens nothing in this format; write '{ … }'"),
        new("file cut off", "    use_moving_average: false\n  }\n  fine_tune_checkpoint: \"models/ckpt-0\"\n  data_augmentation_options {\n    random_horizontal_flip {\n    }\n  }\n}\ntrain_input_reader {\n  label_map_path: \"data/label_map.pbtxt\"\n  tf_record_input_reader {\n    input_path: \"data/train.record\"\n  }\n}\n", "    use_mov", "AFB3001", 34, 13, "the message 'optimizer' that opens here is not closed"),

        // Names, colons and values.
        new("colon lost", "num_classes: 2", "num_classes 2", "AFB3008", 4, 16, "write 'num_classes: 2'"),
        new("colon lost before text", "type: \"ssd", "type \"ssd", "AFB3008", 12, 11, "write 'type: \"ssd_mobilenet_v2_keras\"'"),
        new("equals sign for colon", "batch_size: 24", "batch_size = 24", "AFB3012", 33, 14, "write 'batch_size: …'"),
        new("equals sign after colon", "batch_size: 24", "batch_size := 24", "AFB3012", 33, 15, "write 'batch_size: …'"),
        new("semicolon for colon", "batch_size: 24", "batch_size; 24", "AFB3012", 33, 13, "write 'batch_size: …'"),
        new("value lost", "batch_size: 24", "batch_size:", "AFB3007", 33, 14, "the field 'batch_size' has no value"),
        new("name lost", "batch_size: 24", ": 24", "AFB3009", 33, 3, "a field's name must stand here, not ':'"),
        new("name in quotes", "batch_size: 24", "\"batch_size\": 24", "AFB3009", 33, 3, "a field's name stands without quotes"),
        new("name with a space", "batch_size: 24", "batch size: 24", "AFB3007", 33, 8, "the field 'batch' has no value; write one after its name, or 'batch_size' if both words are one name, or remove the field"),
        new("name with a hyphen", "batch_size: 24", "batch-size: 24", "AFB4001", 33, 3, "has no field 'batch-size'; did you mean 'batch_size'?"),
        new("name with a dot", "batch_size: 24", "optimizer.batch_size: 24", "AFB3009", 33, 3, "a field's name has no dots, as 'optimizer.batch_size' has"),
        new("name with an accent", "num_classes: 2", "num_classés: 2", "AFB3010", 4, 14, "'é' (U+00E9)"),
        new("unit behind a number", "height: 300", "height: 300px", "AFB3014", 7, 17, "'300px' is not a number"),
        new("unit apart from a number", "height: 300", "height: 300 px", "AFB3007", 7, 23, "the field 'px' has no value"),
        new("percent sign", "max_scale: 0.95", "max_scale: 95%", "AFB3010", 26, 22, "'%' (U+0025)"),
        new("decimal comma", "min_scale: 0.2", "min_scale: 0,2", "AFB3014", 25, 20, "write 0.2"),
        new("decimal comma in a list of one", "aspect_ratios: [1.0, 2.0, 0.5]", "aspect_ratios: 0,5", "AFB3014", 27, 24, "write 0.5"),
        new("grouped thousands", "batch_size: 24", "batch_size: 1,024", "AFB3014", 33, 15, "write 1024, or 1.024"),
        new("underscores in a number", "batch_size: 24", "batch_size: 1_024", "AFB3014", 33, 15, "'1_024' is not a number"),
        new("two decimal points", "min_scale: 0.2", "min_scale: 0.2.0", "AFB3014", 25, 20, "'0.2.0' is not a number"),
        new("hexadecimal float", "min_scale: 0.2", "min_scale: 0x1.8p-3", "AFB3014", 25, 20, "'0x1.8p-3' is not a number"),
        new("fraction", "min_scale: 0.2", "min_scale: 1/5", "AFB3014", 25, 20, "'1/5' is not a number"),
        new("two signs", "min_scale: 0.2", "min_scale: --0.2", "AFB3014", 25, 20, "'-' is not a number"),
        new("exponent lost", "weight: 0.00004", "weight: 4e-", "AFB3014", 17, 21, "'4e-' is not a number"),
        new("leading zero in a fraction", "min_scale: 0.2", "min_scale: 00.2", "AFB3014", 25, 20, "'00.2' is not a number"),

        // Quotes.
        new("closing quote lost", "type: \"ssd_mobilenet_v2_keras\"", "type: \"ssd_mobilenet_v2_keras", "AFB3006", 12, 13, "no closing \" on its line"),
        new("opening quote lost", "type: \"ssd_mobilenet_v2_keras\"", "type: ssd_mobilenet_v2_keras\"", "AFB3040", 12, 13, "write \"ssd_mobilenet_v2_keras\""),
        new("quotes of two kinds", "type: \"ssd_mobilenet_v2_keras\"", "type: \"ssd_mobilenet_v2_keras'", "AFB3006", 12, 13, "no closing \" on its line"),
        new("typographic quotes", "type: \"ssd_mobilenet_v2_keras\"", "type: “ssd_mobilenet_v2_keras”", "AFB3004", 12, 13, "'“' (U+201C)"),
        new("backquotes", "type: \"ssd_mobilenet_v2_keras\"", "type: `ssd_mobilenet_v2_keras`", "AFB3004", 12, 13, "'`' (U+0060)"),
        new("path without quotes", "\"models/ckpt-0\"", "models/ckpt-0", "AFB3040", 40, 25, "write \"models/ckpt-0\""),
        new("Windows path", "\"data/train.record\"", "\"C:\\train\\xmls\\train.record\"", "AFB3005", 49, 26, "the escape '\\x' is malformed"),
        new("text over two lines", "\"models/ckpt-0\"", "\"models/\n    ckpt-0\"", "AFB3006", 40, 25, "no closing \" on its line"),

        // Lists.
        new("comma lost in a list", "[1.0, 2.0, 0.5]", "[1.0 2.0, 0.5]", "AFB3016", 27, 28, "a comma is missing between two items of the list"),
        new("comma too many in a list", "[1.0, 2.0, 0.5]", "[1.0, 2.0, 0.5,]", "AFB3016", 27, 38, "an item of the list is missing beside this ','"),
        new("two commas in a list", "[1.0, 2.0, 0.5]", "[1.0,, 2.0, 0.5]", "AFB3016", 27, 29, "an item of the list is missing beside this ','"),
        new("semicolons in a list", "[1.0, 2.0, 0.5]", "[1.0; 2.0; 0.5]", "AFB3016", 27, 28, "write ','"),
        new("list not closed", "[1.0, 2.0, 0.5]", "[1.0, 2.0, 0.5", "AFB3015", 27, 24, "the list of 'aspect_ratios' that opens here is not closed"),
        new("list not opened", "[1.0, 2.0, 0.5]", "1.0, 2.0, 0.5]", "AFB3009", 27, 29, "'2.0' belongs to no field"),
        new("list in parentheses", "[1.0, 2.0, 0.5]", "(1.0, 2.0, 0.5)", "AFB3010", 27, 24, "'(' opens nothing in this format; write '[1.0, 2.0]'"),
        new("list in braces", "[1.0, 2.0, 0.5]", "{1.0, 2.0, 0.5}", "AFB3009", 27, 25, "'1.0' belongs to no field"),
        new("list closed by a brace", "[1.0, 2.0, 0.5]", "[1.0, 2.0, 0.5}", "AFB3003", 27, 38, "write ']'"),
        new("list closed by a parenthesis", "[1.0, 2.0, 0.5]", "[1.0, 2.0, 0.5)", "AFB3003", 27, 38, "write ']'"),
        new("list of lists", "[1.0, 2.0, 0.5]", "[[1.0, 2.0], [0.5]]", "AFB3017", 27, 25, "a list cannot stand in a list"),
        new("list without brackets", "[1.0, 2.0, 0.5]", "1.0, 2.0, 0.5", "AFB3009", 27, 29, "'2.0' belongs to no field"),

        // Comments and strange characters.
        new("comment of C", "num_classes: 2", "num_classes: 2 // of COCO", "AFB3013", 4, 20, "'//' begins no comment in this format; begin every comment line with '#'"),
        new("comment of several lines", "# An SSD for the warehouse.\n", "/* An SSD\n   for the warehouse. */\n", "AFB3013", 1, 1, "'/*' begins no comment in this format; begin every comment line with '#'"),
        new("comment of XML", "# An SSD for the warehouse.\n", "<!-- An SSD for the warehouse. -->\n", "AFB3013", 1, 1, "'<!--' begins no comment in this format; begin every comment line with '#'"),
        new("text in the file's head", "# An SSD for the warehouse.", "An SSD for the warehouse.", "AFB3013", 1, 1, "'An SSD for the warehouse.' is no field; begin every comment line with '#'"),
        new("text behind the end", "train.record\"\n  }\n}\n", "train.record\"\n  }\n}\nEOF\n", "AFB3007", 52, 4, "the field 'EOF' has no value"),
        new("merge conflict", "  batch_size: 24\n", "<<<<<<< HEAD\n  batch_size: 24\n=======\n  batch_size: 32\n>>>>>>> warehouse\n", "AFB3041", 33, 1, "a merge left its marks here"),
        new("diff mark", "  batch_size: 24", "+  batch_size: 24", "AFB3009", 33, 1, "'+' belongs to no field"),
        new("variable of a script", "batch_size: 24", "batch_size: ${BATCH_SIZE}", "AFB3010", 33, 15, "the placeholder '${BATCH_SIZE}' has not been filled in; write the value"),
        new("placeholder of a template", "batch_size: 24", "batch_size: {{ batch_size }}", "AFB3010", 33, 15, "the placeholder '{{ batch_size }}' has not been filled in; write the value"),
        new("ellipsis", "data/label_map.pbtxt\"", "data/label_map.pbtxt\"\n  ...", "AFB3009", 48, 3, "'.' belongs to no field"),
        new("control character", "batch_size: 24", "batch_size: \u000124", "AFB3010", 33, 15, "' ' (U+0001)"),
        new("zero byte", "batch_size: 24", "batch_size: 24\0", "AFB3020", 33, 17, "save the file as UTF-8"),
        new("full-width colon", "batch_size: 24", "batch_size： 24", "AFB3010", 33, 13, "'：' (U+FF1A) only looks like ':'; write ':'"),
        new("zero-width space", "batch_size: 24", "batch_size:\u200B 24", "AFB3010", 33, 14, "U+200B"),
        new("typographic minus", "min_scale: 0.2", "min_scale: −0.2", "AFB3010", 25, 20, "'−' (U+2212) only looks like '-'; write '-'"),
        new("separator without a field", "  batch_size: 24", "  ;\n  batch_size: 24", "AFB3018", 33, 3, "this ';' follows no field"),
        new("nested too deeply", "    random_horizontal_flip {\n", "    " + Repeat("random_horizontal_flip { ", 120) + Repeat("}", 120) + "\n    random_horizontal_flip {\n", "AFB3011", 42, 2478, "more than 100 deep"),

        // The file as a whole.
        new("UTF-16", "warehouse", "storage", "AFB3020", 1, 1, "save it as UTF-8") { Encode = text => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)] },
        new("UTF-16 without a mark", "warehouse", "storage", "AFB3020", 1, 1, "save it as UTF-8") { Encode = Encoding.Unicode.GetBytes },
        new("UTF-16 added at the end", "train.record\"\n  }\n}\n", "train.record\"\n  }\n}\n", "AFB3020", 52, 2, "save the file as UTF-8") { Encode = text => [.. Encoding.UTF8.GetBytes(text), .. Encoding.Unicode.GetBytes("eval_config { }\n")] },
        new("Latin-1", "warehouse", "Lager für Öl", "AFB3020", 1, 25, "save the file as UTF-8") { Encode = Encoding.Latin1.GetBytes },
        new("XML", BrokenConfigList.Sound, "<?xml version=\"1.0\"?>\n<annotation />\n", "AFB3025", 1, 1, "the file is XML"),
        new("Git LFS pointer", BrokenConfigList.Sound, "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 4637\n", "AFB3025", 1, 1, "run 'git lfs pull'"),
        new("JSON", "# An SSD for the warehouse.\nmodel {", "{ \"model\": {", "AFB3025", 1, 1, "the file is JSON"),
    ];

    private static string Repeat(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();
}
