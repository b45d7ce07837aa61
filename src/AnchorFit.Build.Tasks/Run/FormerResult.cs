using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.PipelineConfig.Comparison;
using AnchorFit.PipelineConfig.Syntax;
using AnchorFit.Text;

namespace AnchorFit.Run;

/// <summary>
/// The file that stands where a fit is about to write, held against what it would write. It may have been committed
/// elsewhere, so its content alone tells whether it is the result of a fit:
/// it agrees with the new one outside the fields that fits decide, or it has the values that this fit or the last one
/// gave them, whatever else differs. All other files are somebody's own.
/// </summary>
internal sealed class FormerResult
{
    private const int ShownFields = 3;
    private const int MaxValueLength = 80;

    private readonly IReadOnlyList<FieldDifference> _differences;
    private readonly FittedFields _fitted;

    private FormerResult(string path, ComparedTexts texts, FittedFields fitted, string lastRatios)
    {
        _fitted = fitted;
        var source = new SourceText(path, texts.Before);
        ConfigDocument former = TextFormatParser.Parse(source);
        bool isConfig = former.Diagnostics.Count == 0 && former.Root.Fields.Count > 0;
        _differences = isConfig ? FieldDifference.FindAll(former, TextFormatParser.Parse(new SourceText(path, texts.After))) : [];
        IsResult = isConfig
            && (_differences.All(IsFitted) || (fitted.RatiosPath is { } ratios && (!_differences.Any(IsFitted) || (lastRatios.Length > 0 && FieldDifference.ValuesOf(former, ratios) == lastRatios))));
        At = source.GetPosition(_differences.Count > 0 && _differences[0].Place is { } place ? place.Start : texts.FirstDifference());
    }

    /// <summary>A fit wrote the file, though somebody may have changed it since.</summary>
    public bool IsResult { get; }

    /// <summary>The first difference in the former file.</summary>
    public LinePosition At { get; }

    /// <summary>What the file says otherwise, in words.</summary>
    public string Words => _differences.Count == 0
        ? "comments, layout or the order of fields"
        : string.Join(", ", _differences.Take(ShownFields).Select(Describe)) + (_differences.Count > ShownFields ? FormattableString.Invariant($" and {_differences.Count - ShownFields} more fields") : string.Empty);

    /// <summary>How a change is kept, as words after "to keep a change": the first one as an item where that can be.</summary>
    public string HowToKeep
    {
        get
        {
            if (_differences.Count == 0)
            {
                return "make it in the base config";
            }

            return _differences.FirstOrDefault(difference => !IsFitted(difference)) switch
            {
                null => "set options such as AnchorFitAspectRatioCount and AnchorFitNumClasses",
                { Before: [string value] } kept => $"set <PipelineConfigOverride Include=\"{DisplayText.Clean(kept.Path, 400)}\" Value=\"{DisplayText.Clean(value.Trim('"', '\''), MaxValueLength)}\" />",
                _ => "set items PipelineConfigOverride",
            };
        }
    }

    /// <summary>Null where the file says the same, or nothing at all.</summary>
    /// <param name="path">The file as the user named it.</param>
    /// <param name="former">Its bytes.</param>
    /// <param name="result">What would be written.</param>
    /// <param name="lastRatios">The ratios that the last recorded fit wrote there, separated by semicolons; empty where there is no record.</param>
    public static FormerResult? Compare(string path, byte[] former, FitResult result, string lastRatios)
    {
        ComparedTexts texts = ComparedTexts.Decode(former, result.PipelineConfig);
        return texts.AreEqual || string.IsNullOrWhiteSpace(texts.Before) ? null : new FormerResult(path, texts, result.Fitted, lastRatios);
    }

    private bool IsFitted(FieldDifference difference) => _fitted.Has(difference.Path);

    private static string Describe(FieldDifference difference) =>
        $"{DisplayText.Clean(difference.Path, 400)} {Values(difference.Before)} (now {Values(difference.After)})";

    private static string Values(IReadOnlyList<string> values) =>
        values.Count == 0 ? "not set" : DisplayText.Clean(string.Join(", ", values.Select(value => DisplayText.Clean(value))), MaxValueLength);
}
