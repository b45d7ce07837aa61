using System.Collections.Generic;

namespace AnchorFit.BrokenConfigs;

/// <summary>Configs that fit the schema and leave out, or say wrongly, what a fit needs.</summary>
internal static class ModelBreaks
{
    private const string Resizer = "      fixed_shape_resizer {\n        height: 300\n        width: 400\n      }\n";
    private const string Generator = "      ssd_anchor_generator {\n        num_layers: 6\n        min_scale: 0.2\n        max_scale: 0.95\n        aspect_ratios: [1.0, 2.0, 0.5]\n      }\n";

    public static IReadOnlyList<BrokenConfig> All { get; } =
    [
        new("empty file", BrokenConfigList.Sound, "", "AFB4020", 0, 0, "add one: model { ssd"),
        new("comments only", BrokenConfigList.Sound, "# To be written.\n", "AFB4020", 0, 0, "add one: model { ssd"),
        new("model without a kind", BrokenConfigList.Sound, "model {\n}\n", "AFB4020", 1, 1, "add one: model { ssd"),
        new("no image resizer", "    image_resizer {\n" + Resizer + "    }\n", "", "AFB4021", 3, 3, "add for example fixed_shape_resizer"),
        new("empty image resizer", Resizer, "", "AFB4021", 5, 5, "add for example fixed_shape_resizer"),
        new("resizer without size", "        height: 300\n", "        height: 0\n", "AFB4022", 7, 9, "height' is 0, but must be above zero"),
        new("resizer of negative size", "width: 400", "width: -400", "AFB4022", 8, 9, "width' is -400, but must be above zero"),
        new("largest side below the smallest", Resizer, "      keep_aspect_ratio_resizer { min_dimension: 600 max_dimension: 300 }\n", "AFB4022", 6, 54, "max_dimension' is 300, but must not be below min_dimension (600)"),
        new("padding to multiples of zero", Resizer, "      pad_to_multiple_resizer { multiple: 0 }\n", "AFB4022", 6, 33, "multiple' is 0, but must be above zero"),
        new("condition without direction", Resizer, "      conditional_shape_resizer { condition: INVALID size_threshold: 300 }\n", "AFB4022", 6, 35, "condition' is INVALID, but must be GREATER or SMALLER"),
        new("condition without threshold", Resizer, "      conditional_shape_resizer { condition: SMALLER size_threshold: 0 }\n", "AFB4022", 6, 54, "size_threshold' is 0, but must be above zero"),
        new("no anchor generator", "    anchor_generator {\n" + Generator + "    }\n", "", "AFB4023", 3, 3, "add the generator"),
        new("empty anchor generator", Generator, "", "AFB4023", 22, 5, "add the generator"),
        new("flexible grid without grids", Generator, "      flexible_grid_anchor_generator { }\n", "AFB4026", 23, 7, "has no anchor_grid"),
        new("anchor grid without sizes", Generator, "      flexible_grid_anchor_generator {\n        anchor_grid { base_sizes: 32 aspect_ratios: 1 }\n        anchor_grid { aspect_ratios: 1 }\n      }\n", "AFB4026", 25, 21, "has no base_sizes"),
        new("anchor grid of size zero", Generator, "      flexible_grid_anchor_generator {\n        anchor_grid { base_sizes: 32 aspect_ratios: 1 }\n        anchor_grid {\n          base_sizes: [32, 0]\n        }\n      }\n", "AFB4060", 26, 11, "anchor_grid[1].base_sizes[1]' is 0.0, but must be above zero"),
        new("model of somebody's own", BrokenConfigList.Sound, "model {\n  experimental_model {\n    name: \"mine\"\n  }\n}\n", "AFB4024", 2, 3, "'model.experimental_model' draws no anchors"),
        new("zero layers", "num_layers: 6", "num_layers: 0", "AFB4060", 24, 9, "num_layers' is 0, but must be above zero"),
        new("one layer without its scale", "num_layers: 6", "num_layers: 1", "AFB4060", 24, 9, "num_layers' is 1, but min_scale and max_scale need two layers or more; write the scale of the one layer into scales"),
        new("negative scale", "min_scale: 0.2", "min_scale: -0.2", "AFB4060", 25, 9, "min_scale' is -0.2, but must be above zero"),
        new("scale that is no number", "min_scale: 0.2", "min_scale: nan", "AFB4060", 25, 9, "min_scale' is nan, but must be above zero"),
        new("zero among the scales", "max_scale: 0.95", "scales: [0.2, 0.0]", "AFB4060", 26, 9, "scales[1]' is 0.0, but must be above zero"),
        new("levels the wrong way round", Generator, "      multiscale_anchor_generator {\n        min_level: 7\n        max_level: 3\n        aspect_ratios: 1.0\n      }\n", "AFB4060", 25, 9, "max_level' is 3, but must not be below min_level (7)"),
        new("no scale in an octave", Generator, "      multiscale_anchor_generator {\n        aspect_ratios: 1.0\n        scales_per_octave: 0\n      }\n", "AFB4060", 25, 9, "scales_per_octave' is 0, but must be above zero"),
        new("grid without scales", Generator, "      grid_anchor_generator {\n        aspect_ratios: 1.0\n      }\n", "AFB4026", 23, 7, "has no scales"),
        new("grid without stride", Generator, "      grid_anchor_generator {\n        scales: 1.0\n        aspect_ratios: 1.0\n        height_stride: 0\n      }\n", "AFB4060", 26, 9, "height_stride' is 0, but must be above zero"),
    ];
}
