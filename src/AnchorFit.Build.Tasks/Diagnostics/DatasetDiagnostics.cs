using AnchorFit.Text;
using static AnchorFit.Diagnostics.DiagnosticSeverity;
using static AnchorFit.Text.DisplayText;

namespace AnchorFit.Diagnostics;

/// <summary>
/// AFB222x: files beside YOLO labels that say what the numbers of classes mean. Where the user named the file, such a
/// fault is an error: what was asked for can't be done.
/// </summary>
internal static class DatasetDiagnostics
{
    internal static readonly DiagnosticRule FileUnreadable = new("AFB2220", Warning, "A file of class names can't be read");

    internal static readonly DiagnosticRule NamesNotUnderstood = new("AFB2221", Warning, "Class names are not understood");

    internal static readonly DiagnosticRule SettingNotUnderstood =
        new("AFB2222", Warning, "A setting of a dataset description is not understood");

    /// <param name="reason">Why, as a clause: "it does not exist".</param>
    public static Diagnostic CannotRead(string path, string reason) => new(
        FileUnreadable, path, LinePosition.None,
        $"the file of class names can't be read: {Reason(reason)}; correct the metadata ClassNames, or the file");

    /// <param name="reason">Why, as a clause.</param>
    public static Diagnostic NotUnderstood(string path, LinePosition at, string reason) => new(
        NamesNotUnderstood, path, at,
        $"the class names are not understood, so classes are called by their numbers: {Clean(reason, 200)}; write them as names: [cat, dog], or a name a line");

    /// <param name="key">The setting: <c>kpt_shape</c>.</param>
    /// <param name="reason">Why, as a clause.</param>
    /// <param name="good">How it is written.</param>
    public static Diagnostic NoSetting(string path, LinePosition at, string key, string reason, string good) => new(
        SettingNotUnderstood, path, at,
        $"'{key}' is not understood and has no effect: {Clean(reason, 200)}; write it like {good}, or remove it");
}
