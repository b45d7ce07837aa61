using System.Collections.Generic;
using System.Linq;
using AnchorFit.Diagnostics;
using AnchorFit.PipelineConfig.Comparison;
using AnchorFit.PipelineConfig.Syntax;
using AnchorFit.Text;

namespace AnchorFit.Run;

/// <summary>A committed pipeline.config, held against what a fit gives now. Only the style of newlines may differ.</summary>
internal static class CommittedConfig
{
    private const int MaxValueLength = 120;

    /// <summary>Nothing when the file is what a fit gives.</summary>
    /// <param name="path">The file as the user named it.</param>
    /// <param name="committed">Its bytes.</param>
    /// <param name="fitted">The bytes that a fit would write.</param>
    /// <param name="updateCommand">What to run to bring the file up to date.</param>
    public static StaleConfig? FindDifference(string path, byte[] committed, byte[] fitted, string updateCommand)
    {
        ComparedTexts texts = ComparedTexts.Decode(committed, fitted);
        if (texts.AreEqual)
        {
            return null;
        }

        var source = new SourceText(path, texts.Before);
        (int offset, string words) = Describe(source, texts);
        return new StaleConfig(
            BuildDiagnostics.CommittedConfigStale(path, source.GetPosition(offset), words, updateCommand),
            [
                "--- " + DisplayText.Clean(path, MaxValueLength) + " (committed)",
                "+++ what a fit gives now",
                .. UnifiedDiff.Write(LineDiff.Compare(texts.Before, texts.After)),
            ]);
    }

    private static (int Offset, string Words) Describe(SourceText source, ComparedTexts texts)
    {
        int offset = texts.FirstDifference();
        if (offset == 0 && texts.Before is ['\uFEFF', ..])
        {
            return (0, "it begins with a byte order mark where a fit writes none");
        }

        if (offset == 0 && texts.After is ['\uFEFF', ..])
        {
            return (0, "it lacks the byte order mark of the base config");
        }

        ConfigDocument committed = TextFormatParser.Parse(source);
        if (committed.Diagnostics.Count > 0)
        {
            return (offset, "it is not what a fit gives, and it has syntax faults");
        }

        if (committed.Root.Fields.Count == 0)
        {
            return (0, "it has no fields");
        }

        ConfigDocument fitted = TextFormatParser.Parse(new SourceText(source.Path, texts.After));
        return FieldDifference.FindFirst(committed, fitted) is { } field
            ? (field.Place?.Start ?? offset, $"{DisplayText.Clean(field.Path, MaxValueLength)} is {Values(field.Before, "not set")} where a fit gives {Values(field.After, "none")}")
            : (offset, "comments, layout or the order of fields differ from what a fit gives");
    }

    private static string Values(IReadOnlyList<string> values, string nothing) =>
        values.Count == 0 ? nothing : DisplayText.Clean(string.Join(", ", values.Select(v => DisplayText.Clean(v))), MaxValueLength);
}

/// <summary>What to say of a committed config that isn't what a fit gives.</summary>
/// <param name="Diagnostic">The error, at the first difference.</param>
/// <param name="Diff">The difference in lines, bounded; they fit to be logged as they are.</param>
internal sealed record StaleConfig(Diagnostic Diagnostic, IReadOnlyList<string> Diff);
