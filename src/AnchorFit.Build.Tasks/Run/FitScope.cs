using System.Collections.Generic;
using AnchorFit.Anchors;
using AnchorFit.Anchors.Search;
using AnchorFit.Diagnostics;
using AnchorFit.Geometry;
using AnchorFit.PipelineConfig.Schema;
using AnchorFit.Protos;

namespace AnchorFit.Run;

/// <summary>What a model leaves to a fit: one record for each answer, so that nothing has to ask for the model's kind.</summary>
internal abstract class FitScope
{
    private FitScope(ModelSection model, string numClassesPath)
    {
        Model = model;
        NumClassesPath = numClassesPath;
    }

    public ModelSection Model { get; }

    /// <summary>The full path of <c>num_classes</c>.</summary>
    public string NumClassesPath { get; }

    /// <summary>How boxes are brought to the size at which they are judged.</summary>
    /// <param name="minBoxSize">The shorter side that a box must have in resized pixels; 0 for any.</param>
    /// <param name="needsPlaces">Boxes are judged by their places too.</param>
    public abstract BoxScaling Scaling(double minBoxSize, bool needsPlaces);

    /// <summary>The name of the config's resizer.</summary>
    public abstract string ResizerName { get; }

    /// <summary>The model's scope; null, with an error, where a fit can do nothing for it.</summary>
    /// <param name="model">The model.</param>
    /// <param name="bound">The config that has it.</param>
    /// <param name="featureMaps">Those of its network where the user gave them.</param>
    /// <param name="diagnostics">Receives why a fit can do nothing.</param>
    public static FitScope? Of(ModelSection model, BoundConfig<TrainEvalPipelineConfig> bound, FeatureMapSizes? featureMaps, DiagnosticBag diagnostics)
    {
        switch (model)
        {
            case IAnchorBased { Generator: { } generator } when model is { ImageResize: { } resize, NumClassesPath: { } path }:
                return new Anchors(model, path, generator, resize, bound.Message.Model, featureMaps);
            case { ImageResize: { } resize, NumClassesPath: { } path }:
                return new ClassesOnly(model, path, resize);
            default:
                diagnostics.Add(ModelDiagnostics.ModelWithoutAnchors(bound.Document.Source, bound.Place(model.Path), model.Path, written: null));
                return null;
        }
    }

    /// <summary>SSD and Faster R-CNN: aspect ratios are fitted and classes counted.</summary>
    public sealed class Anchors : FitScope
    {
        private readonly AnchorGeneratorSection _generator;
        private readonly ImageResize _resize;
        private readonly FeatureMapSizes? _featureMaps;

        public Anchors(
            ModelSection model, string numClassesPath, AnchorGeneratorSection generator, ImageResize resize, DetectionModel message, FeatureMapSizes? featureMaps)
            : base(model, numClassesPath)
        {
            _generator = generator;
            _resize = resize;
            _featureMaps = featureMaps;
            Drawn = AnchorScheme.Of(message, featureMaps, out string? whyNot);
            WhyNotDrawn = whyNot;
            MapCount = AnchorScheme.MapCount(message);
        }

        /// <summary>What the trainer does to images, and so to boxes, before it matches anchors.</summary>
        public override BoxScaling Scaling(double minBoxSize, bool needsPlaces) => new(_resize, minBoxSize, needsPlaces);

        public override string ResizerName => _resize.ProtoName;

        /// <summary>The full path of the anchor generator.</summary>
        public string GeneratorPath => _generator.Path;

        /// <summary>The anchors that the config draws; null where they aren't known.</summary>
        public AnchorScheme? Drawn { get; }

        /// <summary>Why <see cref="Drawn"/> is null, as a clause; null where it isn't.</summary>
        public string? WhyNotDrawn { get; }

        /// <summary>On how many feature maps the generator draws; null where it draws nothing.</summary>
        public int? MapCount { get; }

        /// <summary>The anchors that the config draws once a fit has changed it; null, with a reason, as above.</summary>
        public AnchorScheme? DrawnBy(DetectionModel fitted, out string? whyNot) => AnchorScheme.Of(fitted, _featureMaps, out whyNot);

        /// <summary>The anchor generator, as the base config has it.</summary>
        public AnchorGeneratorSection Generator => _generator;

        /// <summary>The generator with what the settings demand of it whatever the boxes say.</summary>
        public AnchorGeneratorSection Demanded(SearchSettings settings) => _generator.With(AnchorSpace.Of(_generator.Message).Demanded(settings));

        /// <summary>What the config must say so that its generator draws these ratios.</summary>
        /// <param name="ratios">Ascending.</param>
        public IReadOnlyList<RepeatedFloats> WithAspectRatios(IReadOnlyList<float> ratios) => _generator.WithAspectRatios(ratios);
    }

    /// <summary>CenterNet: classes are counted; no box needs an image's size for that.</summary>
    public sealed class ClassesOnly(ModelSection model, string numClassesPath, ImageResize resize) : FitScope(model, numClassesPath)
    {
        public override BoxScaling Scaling(double minBoxSize, bool needsPlaces) => new(resize: null, minBoxSize);

        public override string ResizerName => resize.ProtoName;
    }
}
