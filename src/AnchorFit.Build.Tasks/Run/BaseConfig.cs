using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using AnchorFit.Annotations;
using AnchorFit.Diagnostics;
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
    private readonly ConfigStyle _style;
    private readonly Func<string, TextSpan?> _place;

    private BaseConfig(ConfigDocument document, FitScope scope, ConfigStyle style, Func<string, TextSpan?> place)
    {
        _document = document;
        _style = style;
        _place = place;
        Scope = scope;
    }

    /// <summary>What the model leaves to a fit: anchors and classes, or classes alone.</summary>
    public FitScope Scope { get; }

    /// <summary>A line for each override that did more than set a field.</summary>
    public IReadOnlyList<string> Notes { get; private init; } = [];

    /// <summary>What training takes over of a checkpoint.</summary>
    public CheckpointUse Checkpoint { get; private init; }

    /// <summary>The fields that fits decide.</summary>
    public FittedFields FittedFields => Scope is FitScope.Anchors scope
        ? new FittedFields(WithoutIndexes(scope.GeneratorPath), WithoutIndexes(scope.Generator.FittedPaths.First()), Scope.NumClassesPath)
        : new FittedFields(null, null, Scope.NumClassesPath);

    private IReadOnlyList<string> InputPaths { get; init; } = [];

    /// <summary>The value of <c>num_classes</c> now; null where it isn't set.</summary>
    public int? NumClasses => Scope.Model.NumClasses;

    /// <summary>
    /// Reads the config and applies the overrides to it; null where it can't be fitted, which the diagnostics then say.
    /// </summary>
    public static BaseConfig? Parse(BaseConfigSource source, FitSettings settings, DiagnosticBag diagnostics)
    {
        if (TextFormatFile.Parse(source.Name, source.Content, diagnostics) is not { } document || diagnostics.HasErrors)
        {
            return null;
        }

        if (FileRole.FindOther(document, TrainEvalPipelineConfig.Descriptor) is { } other)
        {
            diagnostics.Add(other);
            return null;
        }

        // What canonical output would lose is told once, by its own code.
        bool canonical = settings.ConfigStyle == ConfigStyle.Canonical;
        BoundConfig<TrainEvalPipelineConfig> bound =
            PipelineSchema.BindPipeline(document, canonical ? UnknownFieldPolicy.Ignore : settings.UnknownFields);
        DiagnosticBag overrideFaults = [];
        OverriddenConfig overridden = ConfigOverrides.Apply(document, TrainEvalPipelineConfig.Descriptor, settings.Overrides, overrideFaults);
        if (overridden.Applied.Count > 0)
        {
            // What is wrong with the fields is said of the original or of the override.
            BoundConfig<TrainEvalPipelineConfig> original = bound;
            bound = PipelineSchema.BindPipeline(overridden.Document, UnknownFieldPolicy.Ignore);
            diagnostics.AddRange(RemovedFields.FaultsWithout(original, bound));
        }
        else
        {
            diagnostics.AddRange(bound.Diagnostics);
        }

        diagnostics.AddRange(overrideFaults);

        if (canonical)
        {
            PipelineSchema.ReportLostFields(bound, diagnostics);
        }

        DiagnosticBag faults = [];
        ModelSection? model = ModelSectionReader.Read(bound, faults);
        diagnostics.AddRange(OverrideBlame.Assign(faults, document, overridden.Applied));
        OwnedFields.Check(model, settings, overridden.Applied, diagnostics);
        if (!source.IsBuiltIn)
        {
            ReportPlaceholders(bound.Document, diagnostics);
        }

        diagnostics.AddRange(ControlCharacters.Find(bound.Document));

        if (model is null || diagnostics.HasErrors)
        {
            return null;
        }

        FitScope? scope = FitScope.Of(model, bound, settings.FeatureMaps, diagnostics);
        return scope is null ? null : new BaseConfig(bound.Document, scope, settings.ConfigStyle, bound.Place)
        {
            Checkpoint = CheckpointUseReader.Read(bound.Message),
            InputPaths = TrainInputPaths.Of(bound.Message),
            Notes = [.. overridden.Applied.Where(item => item.Replaced.Count > 0).Select(item => $"override: {item.Path} in place of {string.Join(", ", item.Replaced)}")],
        };
    }

    /// <summary>The records that the config's <c>train_input_reader</c> names; none, with an error, where it names none that can be read.</summary>
    /// <param name="find">The files that a path or a pattern stands for.</param>
    /// <param name="diagnostics">Receives why a path can't be used.</param>
    public IReadOnlyList<AnnotationSource> FindRecords(Func<string, IReadOnlyList<AnnotationSource>> find, DiagnosticBag diagnostics)
    {
        TextSpan? place = _place(TrainInputPaths.FieldPath);
        if (InputPaths.Count == 0)
        {
            diagnostics.Add(ModelDiagnostics.NoInputRecords(_document.Source, place, TrainInputPaths.FieldPath));
        }

        List<AnnotationSource> sources = [];
        foreach (string path in InputPaths)
        {
            IReadOnlyList<AnnotationSource> found = path.Contains("://") ? [] : find(path);
            if (found.Count == 0)
            {
                diagnostics.Add(ModelDiagnostics.RecordsNotFound(_document.Source, place, TrainInputPaths.FieldPath, path));
            }

            sources.AddRange(found);
        }

        return sources;
    }

    /// <summary>Says where the settings want, or contradict, what is known of the anchors that the config draws.</summary>
    public void CheckDrawn(FitSettings settings, string projectFile, DiagnosticBag diagnostics)
    {
        if (Scope is not FitScope.Anchors { Drawn: null } scope)
        {
            return;
        }

        if (settings.FeatureMaps is { Maps.Count: int given } && scope.MapCount is { } drawn && given != drawn)
        {
            diagnostics.Add(DrawnAnchorDiagnostics.FeatureMapCount(projectFile, given, scope.GeneratorPath, drawn));
        }
        else if (settings.NeedsPlaces)
        {
            diagnostics.Add(DrawnAnchorDiagnostics.UnknownFeatureMaps(
                _document.Source, _place(scope.Model.Path + ".feature_extractor.type"), scope.WhyNotDrawn!));
        }
    }

    /// <summary>Says that <c>num_classes</c> is left as it is, and that this can't be trained.</summary>
    public Diagnostic NoClassCount() => ModelDiagnostics.NoClassCount(_document.Source, _place(Scope.NumClassesPath), Scope.Model.Path);

    /// <summary>Says that the model has no anchors, and what is done instead.</summary>
    /// <param name="written">What the fit writes after all, such as "num_classes is set"; null where it writes nothing.</param>
    public Diagnostic NoAnchors(string? written) => ModelDiagnostics.ModelWithoutAnchors(_document.Source, _place(Scope.Model.Path), Scope.Model.Path, written);

    /// <summary>The config with the fitted fields, and with the class count unless it is null; all else as it was.</summary>
    /// <param name="fitted">What the model's anchor generator needs; nothing for a model without one.</param>
    /// <param name="numClasses">The value for <c>num_classes</c>; null to leave it alone.</param>
    public EditedConfig Edit(IEnumerable<WrittenField> fitted, int? numClasses)
    {
        ConfigDocument document = _document;
        foreach (WrittenField field in fitted)
        {
            document = Apply(document, Set(document, FieldPath.Parse(field.Path), field));
        }

        if (numClasses is { } number)
        {
            string value = number.ToString(CultureInfo.InvariantCulture);
            document = Apply(document, ConfigEditor.SetScalar(document, FieldPath.Parse(Scope.NumClassesPath), value));
        }

        return new EditedConfig(document, _style);
    }

    private static string WithoutIndexes(string path) => Regex.Replace(path, @"\[[0-9]+\]", string.Empty, RegexOptions.None, TimeSpan.FromSeconds(1));

    private static void ReportPlaceholders(ConfigDocument document, DiagnosticBag diagnostics)
    {
        IReadOnlyList<PlaceholderPath> placeholders = PlaceholderPath.Find(document);
        if (placeholders.Count > 0)
        {
            diagnostics.Add(ModelDiagnostics.PathsToBeConfigured(
                document.Source, placeholders[0].Value.Span, [.. placeholders.Select(p => p.Path).Distinct(StringComparer.Ordinal)]));
        }
    }

    private static IReadOnlyList<TextEdit> Set(ConfigDocument document, FieldPath path, WrittenField field) => field switch
    {
        RepeatedFloats floats => ConfigEditor.SetRepeated(document, path, [.. floats.Values.Select(FloatText.Shortest)]),
        ScalarField scalar => ConfigEditor.SetScalar(document, path, scalar.Text),
        _ => throw new InvalidOperationException("A field that nothing writes."),
    };

    private static ConfigDocument Apply(ConfigDocument document, IReadOnlyList<TextEdit> edits) =>
        TextFormatParser.Parse(new SourceText(document.Source.Path, TextEdits.Apply(document.Source.Content, edits)));
}
