using System.Collections.Generic;

namespace AnchorFit.Run;

/// <summary>The settings as the user wrote them; empty where nothing was said.</summary>
internal sealed record RawSettings
{
    /// <summary>The project's file: the place that diagnostics about settings name.</summary>
    public required string ProjectFile { get; init; }

    public string BaseConfig { get; init; } = string.Empty;

    public string OutputSubfolder { get; init; } = string.Empty;

    public string AspectRatioCount { get; init; } = string.Empty;

    public string NumClasses { get; init; } = string.Empty;

    public string InvalidBoxes { get; init; } = string.Empty;

    public string Difficult { get; init; } = string.Empty;

    public string UnknownFields { get; init; } = string.Empty;

    /// <summary>One line <c>name=value</c> for every setting that a fit checks or depends on; the paths of its inputs and outputs come from the caller.</summary>
    public IEnumerable<string> Lines()
    {
        yield return "AnchorFitOutputSubfolder=" + OutputSubfolder;
        yield return "AnchorFitAspectRatioCount=" + AspectRatioCount;
        yield return "AnchorFitNumClasses=" + NumClasses;
        yield return "AnchorFitInvalidBoxes=" + InvalidBoxes;
        yield return "AnchorFitDifficult=" + Difficult;
        yield return "AnchorFitUnknownFields=" + UnknownFields;
    }
}
