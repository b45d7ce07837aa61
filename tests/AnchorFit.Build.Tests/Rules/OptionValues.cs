using AnchorFit.Diagnostics;
using AnchorFit.Run;

namespace AnchorFit.Tests.Rules;

/// <summary>Which values of an option the build takes.</summary>
internal static class OptionValues
{
    public static bool IsAccepted(string property, string value)
    {
        var diagnostics = new DiagnosticBag();
        switch (property)
        {
            case "AnchorFitEnabled" or "AnchorFitWatchAnnotations":
                break;
            case "AnchorFitContentHash" or "AnchorFitVerify":
                SettingsParser.ParseSwitch(Raw(), property, value, diagnostics);
                break;
            case "AnchorAnnotationsFormat":
                SettingsParser.ParseAnnotationsFormat(Raw() with { AnnotationsFormat = value }, diagnostics);
                break;
            case "AnchorFitUpToDateCheckMode":
                SettingsParser.CheckUpToDateCheckMode(Raw(), value, diagnostics);
                break;
            default:
                SettingsParser.Parse(RawSettings.FromProperties("p.csproj", [new(property, value)]), diagnostics);
                break;
        }

        // A value may have no effect beside others' defaults, which is a warning.
        return !diagnostics.HasErrors;
    }

    private static RawSettings Raw() => new() { ProjectFile = "p.csproj" };
}
