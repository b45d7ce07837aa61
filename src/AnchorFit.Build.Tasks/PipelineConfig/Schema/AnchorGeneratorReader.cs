using System.Collections.Generic;
using System.Globalization;
using AnchorFit.Diagnostics;
using AnchorFit.Protos;
using AnchorFit.Text;
using Kind = AnchorFit.Protos.AnchorGenerator.AnchorGeneratorOneofOneofCase;

namespace AnchorFit.PipelineConfig.Schema;

/// <summary>
/// Reads an anchor generator and refuses one that draws no anchors, or that the trainer's builder can't make
/// (<c>object_detection/builders/anchor_generator_builder.py</c>, <c>anchor_generators/multiple_grid_anchor_generator.py</c>).
/// The aspect ratios may be anything, as the fit replaces them.
/// </summary>
internal sealed class AnchorGeneratorReader(BoundConfig<TrainEvalPipelineConfig> bound, DiagnosticBag diagnostics)
{
    /// <summary>The generator; null, with a diagnostic, where the config has none. One that is refused is returned all the same.</summary>
    /// <param name="generator">The message; null where the config has none.</param>
    /// <param name="path">Its full path.</param>
    /// <param name="example">One that this kind of model could have.</param>
    public AnchorGeneratorSection? Read(AnchorGenerator? generator, string path, string example)
    {
        switch (generator?.AnchorGeneratorOneofCase ?? Kind.None)
        {
            case Kind.SsdAnchorGenerator:
                var ssd = new AnchorGeneratorSection.Ssd(path + ".ssd_anchor_generator", generator!.SsdAnchorGenerator);
                Check(ssd.Settings, ssd.Path);
                return ssd;
            case Kind.MultiscaleAnchorGenerator:
                var multiscale = new AnchorGeneratorSection.Multiscale(path + ".multiscale_anchor_generator", generator!.MultiscaleAnchorGenerator);
                Check(multiscale.Settings, multiscale.Path);
                return multiscale;
            case Kind.GridAnchorGenerator:
                var grid = new AnchorGeneratorSection.Grid(path + ".grid_anchor_generator", generator!.GridAnchorGenerator);
                Check(grid.Settings, grid.Path);
                return grid;
            case Kind.FlexibleGridAnchorGenerator:
                var flexible = new AnchorGeneratorSection.FlexibleGrid(path + ".flexible_grid_anchor_generator", generator!.FlexibleGridAnchorGenerator);
                Check(flexible);
                return flexible;
            default:
                diagnostics.Add(ModelDiagnostics.NoAnchorGenerator(bound.Document.Source, bound.Place(path), path, example));
                return null;
        }
    }

    private void Check(SsdAnchorGenerator settings, string path)
    {
        bool hasLayers = IsPositive(settings.NumLayers, path + ".num_layers");
        if (settings.Scales.Count > 0)
        {
            ArePositive(settings.Scales, path + ".scales");
            return;
        }

        // Evenly spaced scales of one layer would be a division by zero.
        if (hasLayers && settings.NumLayers == 1)
        {
            Refuse(path + ".num_layers", "1", "min_scale and max_scale need two layers or more; write the scale of the one layer into scales");
        }

        IsPositive(settings.MinScale, path + ".min_scale");
        IsPositive(settings.MaxScale, path + ".max_scale");
    }

    private void Check(MultiscaleAnchorGenerator settings, string path)
    {
        if (settings.MaxLevel < settings.MinLevel)
        {
            Refuse(path + ".max_level", Text(settings.MaxLevel), "must not be below min_level (" + Text(settings.MinLevel) + ")");
        }

        IsPositive(settings.AnchorScale, path + ".anchor_scale");
        IsPositive(settings.ScalesPerOctave, path + ".scales_per_octave");
    }

    private void Check(GridAnchorGenerator settings, string path)
    {
        IsPositive(settings.Height, path + ".height");
        IsPositive(settings.Width, path + ".width");
        IsPositive(settings.HeightStride, path + ".height_stride");
        IsPositive(settings.WidthStride, path + ".width_stride");
        ArePositive(settings.Scales, path + ".scales");
        if (settings.Scales.Count == 0)
        {
            diagnostics.Add(ModelDiagnostics.NoScales(bound.Document.Source, bound.Place(path), path));
        }
    }

    private void Check(AnchorGeneratorSection.FlexibleGrid generator)
    {
        if (generator.Settings.AnchorGrid.Count == 0)
        {
            diagnostics.Add(ModelDiagnostics.NoGrids(bound.Document.Source, bound.Place(generator.Path), generator.Path));
        }

        foreach (string grid in generator.GridsWithoutSizes)
        {
            diagnostics.Add(ModelDiagnostics.NoBaseSizes(bound.Document.Source, bound.Place(grid), grid));
        }

        foreach (RepeatedFloats sizes in generator.BaseSizes)
        {
            ArePositive(sizes.Values, sizes.Path);
        }
    }

    private bool IsPositive(int value, string path)
    {
        if (value <= 0)
        {
            Refuse(path, Text(value), "must be above zero");
        }

        return value > 0;
    }

    private void IsPositive(float value, string path)
    {
        // Not the reverse: nothing is above or below NaN.
        if (!(value > 0))
        {
            Refuse(path, FloatText.Shortest(value), "must be above zero");
        }
    }

    private void ArePositive(IReadOnlyList<float> values, string path)
    {
        for (int i = 0; i < values.Count; i++)
        {
            IsPositive(values[i], path + "[" + Text(i) + "]");
        }
    }

    private void Refuse(string path, string value, string rule)
        => diagnostics.Add(ModelDiagnostics.UnusableGenerator(bound.Document.Source, bound.Place(path), path, value, rule));

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
