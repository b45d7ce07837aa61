using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.Protos;
using Google.Protobuf;
using Google.Protobuf.Collections;

namespace AnchorFit.PipelineConfig.Schema;

/// <summary>
/// The anchor generator of a model: which fields of the config a fit may set, and how. One record for each kind of
/// <c>anchor_generator</c> (<c>object_detection/protos/anchor_generator.proto</c>).
/// </summary>
/// <param name="Path">The full path of the generator's message.</param>
internal abstract record AnchorGeneratorSection(string Path)
{
    /// <summary>The aspect ratios that the config has now, ascending, each once; empty where it has none.</summary>
    public abstract IReadOnlyList<float> AspectRatios { get; }

    /// <summary>The full paths of all fields that a fit of aspect ratios writes.</summary>
    public IEnumerable<string> FittedPaths => WithAspectRatios([]).Select(written => written.Path);

    /// <summary>The full paths of the fields whose values a fit decides; others that it writes follow the config's own values.</summary>
    public virtual IEnumerable<string> DecidedPaths => FittedPaths;

    /// <summary>What the config must say so that the generator draws these ratios.</summary>
    public abstract IReadOnlyList<RepeatedFloats> WithAspectRatios(IReadOnlyList<float> ratios);

    /// <summary>The generator that <see cref="WithAspectRatios"/> writes.</summary>
    public abstract AnchorGenerator MessageWith(IReadOnlyList<float> ratios);

    /// <summary>How many anchors a location has now, in the fullest layer of those that have the ratios: the shape that the box predictor is trained for.</summary>
    public virtual int AnchorsALocationNow => AnchorsALocation(RatioCountNow);

    /// <summary>
    /// The full path of the field by which the finest layer has shapes of its own in place of the aspect ratios; null where
    /// every layer has the ratios.
    /// </summary>
    public virtual string? FinestLayerSwitchPath => null;

    /// <summary>How many aspect ratios the config has now, repeated ones included.</summary>
    private protected abstract int RatioCountNow { get; }

    /// <summary>How many anchors a location has with so many aspect ratios, in the fullest layer of those that have them.</summary>
    public abstract int AnchorsALocation(int ratioCount);

    /// <summary>The generator as the config has it, in the message that holds any kind.</summary>
    public abstract AnchorGenerator Message { get; }

    /// <summary>The full paths of the fields, beside the ratios', that a fit of scales decides.</summary>
    public abstract IEnumerable<string> ScalePaths { get; }

    /// <summary>The full path of the ratio of the anchor between the scales of two layers; null where the kind has none.</summary>
    public virtual string? InterpolatedPath => null;

    /// <summary>The full path of the field that reduces the finest layer; null where the kind has none.</summary>
    public virtual string? LowestLayerPath => null;

    /// <summary>What must be written so that the config has this generator, which is of the same kind.</summary>
    public IEnumerable<WrittenField> Changes(AnchorGenerator fitted) => MessageDifference.Find(Path, SettingsOf(Message), SettingsOf(fitted));

    /// <summary>The same section with another generator of the same kind.</summary>
    public abstract AnchorGeneratorSection With(AnchorGenerator fitted);

    /// <summary>Fields of the config that count no more with this generator, as the subject of a sentence; null where all count.</summary>
    public virtual string? Idle(AnchorGenerator fitted) => null;

    private protected abstract IMessage SettingsOf(AnchorGenerator generator);

    private protected string Of(string field) => Path + "." + field;

    private static void Replace(RepeatedField<float> field, IReadOnlyList<float> values)
    {
        field.Clear();
        field.AddRange(values);
    }

    private protected static float[] Distinct(IEnumerable<float> values) => values.Distinct().OrderBy(value => value).ToArray();

    /// <summary>
    /// SSD: all layers but the finest (see <c>reduce_boxes_in_lowest_layer</c>) share the ratios; scales are free, too,
    /// evenly spread by <c>min_scale</c> and <c>max_scale</c> or listed one a layer.
    /// </summary>
    public sealed record Ssd(string Path, SsdAnchorGenerator Settings) : AnchorGeneratorSection(Path)
    {
        public string ScalesPath => Of("scales");

        public string ReduceBoxesInLowestLayerPath => Of("reduce_boxes_in_lowest_layer");

        public override string? FinestLayerSwitchPath => Settings.ReduceBoxesInLowestLayer ? ReduceBoxesInLowestLayerPath : null;

        public override AnchorGenerator Message => new() { SsdAnchorGenerator = Settings };

        public override IEnumerable<string> ScalePaths => [ScalesPath];

        public override string? InterpolatedPath => Of("interpolated_scale_aspect_ratio");

        public override string? Idle(AnchorGenerator fitted) =>
            Settings.Scales.Count == 0 && fitted.SsdAnchorGenerator.Scales.Count > 0 ? "min_scale and max_scale" : null;

        public override string? LowestLayerPath => ReduceBoxesInLowestLayerPath;

        public override AnchorGeneratorSection With(AnchorGenerator fitted) => this with { Settings = fitted.SsdAnchorGenerator };

        private protected override IMessage SettingsOf(AnchorGenerator generator) => generator.SsdAnchorGenerator;

        public override AnchorGenerator MessageWith(IReadOnlyList<float> ratios)
        {
            SsdAnchorGenerator settings = Settings.Clone();
            Replace(settings.AspectRatios, ratios);
            return new AnchorGenerator { SsdAnchorGenerator = settings };
        }

        public override IReadOnlyList<float> AspectRatios => Distinct(Settings.AspectRatios);

        private protected override int RatioCountNow => Settings.AspectRatios.Count;

        private int LayerCount => Settings.Scales.Count == 0 ? Settings.NumLayers : Math.Min(Settings.NumLayers, Settings.Scales.Count);

        /// <summary>The ratios and, unless it is switched off, one anchor of a scale between two layers; three where the finest layer is the only one and reduced.</summary>
        public override int AnchorsALocation(int ratioCount) => LayerCount == 1 && Settings.ReduceBoxesInLowestLayer
            ? 3
            : ratioCount + (Settings.InterpolatedScaleAspectRatio > 0 ? 1 : 0);

        public override IReadOnlyList<RepeatedFloats> WithAspectRatios(IReadOnlyList<float> ratios) => [new(Of("aspect_ratios"), ratios)];
    }

    /// <summary>RetinaNet, FPN, EfficientDet: every level has every ratio at every octave scale; <c>anchor_scale</c> is free, too.</summary>
    public sealed record Multiscale(string Path, MultiscaleAnchorGenerator Settings) : AnchorGeneratorSection(Path)
    {
        public string AnchorScalePath => Of("anchor_scale");

        public override AnchorGenerator Message => new() { MultiscaleAnchorGenerator = Settings };

        public override IEnumerable<string> ScalePaths => [AnchorScalePath, Of("scales_per_octave")];

        public override AnchorGeneratorSection With(AnchorGenerator fitted) => this with { Settings = fitted.MultiscaleAnchorGenerator };

        private protected override IMessage SettingsOf(AnchorGenerator generator) => generator.MultiscaleAnchorGenerator;

        public override AnchorGenerator MessageWith(IReadOnlyList<float> ratios)
        {
            MultiscaleAnchorGenerator settings = Settings.Clone();
            Replace(settings.AspectRatios, ratios);
            return new AnchorGenerator { MultiscaleAnchorGenerator = settings };
        }

        public override IReadOnlyList<float> AspectRatios => Distinct(Settings.AspectRatios);

        private protected override int RatioCountNow => Settings.AspectRatios.Count;

        public override int AnchorsALocation(int ratioCount) => ratioCount * Settings.ScalesPerOctave;

        public override IReadOnlyList<RepeatedFloats> WithAspectRatios(IReadOnlyList<float> ratios) => [new(Of("aspect_ratios"), ratios)];
    }

    /// <summary>The first stage of Faster R-CNN: one layer with every ratio at every scale; <c>scales</c> are free, too.</summary>
    public sealed record Grid(string Path, GridAnchorGenerator Settings) : AnchorGeneratorSection(Path)
    {
        public string ScalesPath => Of("scales");

        public override AnchorGenerator Message => new() { GridAnchorGenerator = Settings };

        public override IEnumerable<string> ScalePaths => [ScalesPath];

        public override AnchorGeneratorSection With(AnchorGenerator fitted) => this with { Settings = fitted.GridAnchorGenerator };

        private protected override IMessage SettingsOf(AnchorGenerator generator) => generator.GridAnchorGenerator;

        public override AnchorGenerator MessageWith(IReadOnlyList<float> ratios)
        {
            GridAnchorGenerator settings = Settings.Clone();
            Replace(settings.AspectRatios, ratios);
            return new AnchorGenerator { GridAnchorGenerator = settings };
        }

        public override IReadOnlyList<float> AspectRatios => Distinct(Settings.AspectRatios);

        private protected override int RatioCountNow => Settings.AspectRatios.Count;

        public override int AnchorsALocation(int ratioCount) => ratioCount * Settings.Scales.Count;

        public override IReadOnlyList<RepeatedFloats> WithAspectRatios(IReadOnlyList<float> ratios) => [new(Of("aspect_ratios"), ratios)];
    }

    /// <summary>
    /// One grid a layer, where the i-th base size goes with the i-th ratio: each distinct size of a grid is paired with
    /// each ratio, and both lists are written, of equal length.
    /// </summary>
    public sealed record FlexibleGrid(string Path, FlexibleGridAnchorGenerator Settings) : AnchorGeneratorSection(Path)
    {
        public override AnchorGenerator Message => new() { FlexibleGridAnchorGenerator = Settings };

        public override IEnumerable<string> ScalePaths => BaseSizes.Select(sizes => sizes.Path);

        public override AnchorGeneratorSection With(AnchorGenerator fitted) => this with { Settings = fitted.FlexibleGridAnchorGenerator };

        private protected override IMessage SettingsOf(AnchorGenerator generator) => generator.FlexibleGridAnchorGenerator;

        public override AnchorGenerator MessageWith(IReadOnlyList<float> ratios)
        {
            FlexibleGridAnchorGenerator settings = Settings.Clone();
            foreach (AnchorGrid grid in settings.AnchorGrid)
            {
                float[] sizes = grid.BaseSizes.Distinct().ToArray();
                Replace(grid.BaseSizes, sizes.SelectMany(size => ratios.Select(_ => size)).ToArray());
                Replace(grid.AspectRatios, sizes.SelectMany(_ => ratios).ToArray());
            }

            return new AnchorGenerator { FlexibleGridAnchorGenerator = settings };
        }

        public override IReadOnlyList<float> AspectRatios => Distinct(Settings.AnchorGrid.SelectMany(grid => grid.AspectRatios));

        /// <summary>Sizes and ratios go in pairs.</summary>
        public override int AnchorsALocationNow => Settings.AnchorGrid.Max(grid => grid.BaseSizes.Count);

        private protected override int RatioCountNow => Settings.AnchorGrid.Max(grid => grid.AspectRatios.Count);

        public override int AnchorsALocation(int ratioCount) => ratioCount * Settings.AnchorGrid.Max(grid => grid.BaseSizes.Distinct().Count());

        public override IEnumerable<string> DecidedPaths
            => Enumerable.Range(0, Settings.AnchorGrid.Count).Select(i => GridPath(i) + ".aspect_ratios");

        /// <summary>The sizes of each grid, with the full path of their field.</summary>
        public IEnumerable<RepeatedFloats> BaseSizes
            => Enumerable.Range(0, Settings.AnchorGrid.Count).Select(i => new RepeatedFloats(GridPath(i) + ".base_sizes", Settings.AnchorGrid[i].BaseSizes));

        /// <summary>The full paths of the grids that draw no anchors, as they have no sizes.</summary>
        public IEnumerable<string> GridsWithoutSizes
            => Enumerable.Range(0, Settings.AnchorGrid.Count).Where(i => Settings.AnchorGrid[i].BaseSizes.Count == 0).Select(GridPath);

        public override IReadOnlyList<RepeatedFloats> WithAspectRatios(IReadOnlyList<float> ratios)
        {
            List<RepeatedFloats> fields = [];
            for (int i = 0; i < Settings.AnchorGrid.Count; i++)
            {
                float[] sizes = Settings.AnchorGrid[i].BaseSizes.Distinct().ToArray();
                string grid = GridPath(i);
                fields.Add(new RepeatedFloats(grid + ".base_sizes", sizes.SelectMany(size => ratios.Select(_ => size)).ToArray()));
                fields.Add(new RepeatedFloats(grid + ".aspect_ratios", sizes.SelectMany(_ => ratios).ToArray()));
            }

            return fields;
        }

        private string GridPath(int index) => MessagePath.Root.Of(Of("anchor_grid"), index).ToString();
    }
}
