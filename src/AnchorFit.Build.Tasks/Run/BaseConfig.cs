using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using AnchorFit.Diagnostics;
using AnchorFit.Geometry;
using AnchorFit.PipelineConfig.Editing;
using AnchorFit.PipelineConfig.Overriding;
using AnchorFit.PipelineConfig.Schema;
using AnchorFit.PipelineConfig.Syntax;
using AnchorFit.Protos;
using AnchorFit.Text;

namespace AnchorFit.Run;

/// <summary>The config to start from, understood as far as a fit needs it, and the edits that a fit makes in it.</summary>
internal sealed class BaseConfig
{
    private readonly ConfigDocument _document;
    private readonly ModelSection _model;
    private readonly AnchorGeneratorSection _generator;
    private readonly Func<string, TextSpan?> _place;

    private BaseConfig(
        ConfigDocument document, ModelSection model, AnchorGeneratorSection generator, ImageResize resize, Func<string, TextSpan?> place)
    {
        _place = place;
        _document = document;
        _model = model;
        _generator = generator;
        Resize = resize;
    }

    /// <summary>What the trainer does to images, and so to boxes, before it matches anchors.</summary>
    public ImageResize Resize { get; }

    /// <summary>A line for each override that did more than set a field.</summary>
    public IReadOnlyList<string> Notes { get; private set; } = [];

    /// <summary>The value of <c>num_classes</c> now; null where it isn't set.</summary>
    public int? NumClasses => _model.NumClasses;

    /// <summary>
    /// Reads the config and applies the overrides to it; null where it can't be fitted, which the diagnostics then say.
    /// </summary>
    public static BaseConfig? Parse(BaseConfigSource source, FitSettings settings, DiagnosticBag diagnostics)
    {
        if (!ConfigText.TryDecode(source.Name, source.Content, out SourceText? text, out Diagnostic? undecodable))
        {
            diagnostics.Add(undecodable);
            return null;
        }

        if (ConfigText.FindForeignFormat(text) is { } foreign)
        {
            diagnostics.Add(foreign);
            return null;
        }

        ConfigDocument document = TextFormatParser.Parse(text);
        diagnostics.AddRange(document.Diagnostics);
        if (diagnostics.HasErrors)
        {
            return null;
        }

        BoundConfig<TrainEvalPipelineConfig> bound = PipelineSchema.BindPipeline(document, settings.UnknownFields);
        diagnostics.AddRange(bound.Diagnostics);
        OverriddenConfig overridden = ConfigOverrides.Apply(document, TrainEvalPipelineConfig.Descriptor, settings.Overrides, diagnostics);
        if (overridden.Applied.Count > 0)
        {
            // What is wrong with the fields has been said, of the original or of the override.
            bound = PipelineSchema.BindPipeline(overridden.Document, UnknownFieldPolicy.Ignore);
        }

        ModelSection? model = ModelSectionReader.Read(bound, diagnostics);
        OwnedFields.Check(model, settings.NumClasses, overridden.Applied, diagnostics);
        if (!source.IsBuiltIn)
        {
            ReportPlaceholders(bound.Document, diagnostics);
        }

        BaseConfig? config = model is null || diagnostics.HasErrors ? null : WithAnchors(bound.Document, model, bound, diagnostics);
        if (config is not null)
        {
            config.Notes = [.. overridden.Applied.Where(item => item.Replaced.Count > 0).Select(item => $"override: {item.Path} in place of {string.Join(", ", item.Replaced)}")];
        }

        return config;
    }

    /// <summary>Says that <c>num_classes</c> is left as it is, and that this can't be trained.</summary>
    public Diagnostic NoClassCount() => ModelDiagnostics.NoClassCount(_document.Source, _place(_model.NumClassesPath ?? _model.Path), _model.Path);

    /// <summary>The config with the ratios, and with the class count unless it is null; every other byte as it was.</summary>
    /// <param name="ratios">Ascending.</param>
    /// <param name="numClasses">The value for <c>num_classes</c>; null to leave it alone.</param>
    public byte[] Edit(IReadOnlyList<float> ratios, int? numClasses)
    {
        ConfigDocument document = _document;
        foreach (RepeatedFloats field in _generator.WithAspectRatios(ratios))
        {
            string[] values = [.. field.Values.Select(FloatText.Shortest)];
            document = Apply(document, ConfigEditor.SetRepeated(document, FieldPath.Parse(field.Path), values));
        }

        if (numClasses is { } number && _model.NumClassesPath is { } path)
        {
            string value = number.ToString(CultureInfo.InvariantCulture);
            document = Apply(document, ConfigEditor.SetScalar(document, FieldPath.Parse(path), value));
        }

        return ConfigText.Encode(document.Source.Content);
    }

    private static BaseConfig? WithAnchors(
        ConfigDocument document, ModelSection model, BoundConfig<TrainEvalPipelineConfig> bound, DiagnosticBag diagnostics)
    {
        if (model is IAnchorBased { Generator: { } generator } && model.ImageResize is { } resize)
        {
            return new BaseConfig(document, model, generator, resize, bound.Place);
        }

        diagnostics.Add(ModelDiagnostics.ModelWithoutAnchors(document.Source, bound.Place(model.Path), model.Path));
        return null;
    }

    private static void ReportPlaceholders(ConfigDocument document, DiagnosticBag diagnostics)
    {
        IReadOnlyList<PlaceholderPath> placeholders = PlaceholderPath.Find(document);
        if (placeholders.Count > 0)
        {
            diagnostics.Add(ModelDiagnostics.PathsToBeConfigured(
                document.Source, placeholders[0].Value.Span, [.. placeholders.Select(p => p.Path).Distinct(StringComparer.Ordinal)]));
        }
    }

    private static ConfigDocument Apply(ConfigDocument document, IReadOnlyList<TextEdit> edits) =>
        TextFormatParser.Parse(new SourceText(document.Source.Path, TextEdits.Apply(document.Source.Content, edits)));
}
