using System.Globalization;
using AnchorFit.Text;

namespace AnchorFit.Diagnostics;

/// <summary>
/// AFB102x and AFB403x: what can be wrong with a <c>PipelineConfigOverride</c>. They name the project file that has the
/// item. A value that doesn't fit its field keeps the code that the same value has in a config.
/// </summary>
internal static class OverrideDiagnostics
{
    internal static readonly DiagnosticRule MalformedPathRule = Error("AFB1020", "The path of an override can't be read");
    internal static readonly DiagnosticRule NoValueRule = Error("AFB1021", "An override doesn't say what to do");
    internal static readonly DiagnosticRule OwnedByFitRule = Error("AFB1022", "An override sets what the fit decides");

    internal static readonly DiagnosticRule WildcardRule = Error("AFB1023", "The path of an override has a wildcard");

    internal static readonly DiagnosticRule UnknownFieldRule = Error("AFB4030", "An override names a field that doesn't exist");
    internal static readonly DiagnosticRule WrongElementRule = Error("AFB4031", "An override and its field differ in how many values there are");
    internal static readonly DiagnosticRule OtherMemberRule = Error("AFB4032", "An override leads into a message that another one excludes");
    internal static readonly DiagnosticRule NotAMessageRule = Error("AFB4033", "An override looks for fields in a value");

    public static Diagnostic MalformedPath(FilePlace place, string path, int position, string rule)
        => At(MalformedPathRule, place, path, $"the path can't be read at position {Text(position)}: {rule}; write for example train_config.batch_size");

    public static Diagnostic NoValue(FilePlace place, string path)
        => At(NoValueRule, place, path, "there is no Value; give one, as in Value=\"64\" (an empty text is Value=\"''\"), or remove the field with Clear=\"true\"");

    public static Diagnostic ValueAndClear(FilePlace place, string path, string value)
        => At(NoValueRule, place, path, $"both Value {Quote(value)} and Clear=\"true\" are given; keep one of them");

    public static Diagnostic InvalidClear(FilePlace place, string path, string clear)
        => At(NoValueRule, place, path, $"Clear is {Quote(clear)}; accepted: true, false");

    public static Diagnostic SeveralValues(FilePlace place, string path, string value)
        => At(NoValueRule, place, path, $"the Value {Quote(value)} is more than one value; write one value, several of a repeated field as [1, 2], and fields of a message in braces");

    /// <param name="field">The full path of what the fit writes.</param>
    /// <param name="option">What to set instead.</param>
    public static Diagnostic OwnedByFit(FilePlace place, string path, string field, string option)
        => At(OwnedByFitRule, place, path, $"the fit writes {DisplayText.QuotePath(field)}; remove the override and set {option}");

    /// <param name="message">The name of the message that has no such field; null where the schema doesn't know the message either.</param>
    public static Diagnostic UnknownField(FilePlace place, string path, string field, string? message, string? nearest)
        => At(UnknownFieldRule, place, path, message is null
            ? $"neither the schema nor the base config has {DisplayText.QuotePath(field)}; correct the path, or write the field into the base config"
            : $"{message} has no field {DisplayText.QuotePath(field)}{DidYouMean(nearest)}; correct the path, or, if your trainer's own schema has the field, write it into the base config first");

    public static Diagnostic IndexOfSingular(FilePlace place, string path, string field)
        => At(WrongElementRule, place, path, $"{DisplayText.QuotePath(field)} has one value; write it without square brackets");

    public static Diagnostic NoSuchElement(FilePlace place, string path, string field, int count)
        => At(WrongElementRule, place, path, count == 0
            ? $"{DisplayText.QuotePath(field)} has no elements yet; append one with {DisplayText.QuotePath(field + "[+]")}"
            : $"{DisplayText.QuotePath(field)} has {Text(count)} {(count == 1 ? "element" : "elements")}, counted from 0; name one of them, or append one with {DisplayText.QuotePath(field + "[+]")}");

    public static Diagnostic NeedsIndex(FilePlace place, string path, string field, int count)
        => At(WrongElementRule, place, path, $"{DisplayText.QuotePath(field)} has {Text(count)} elements; say which, as in {DisplayText.QuotePath(field + "[0]")}, or append one with {DisplayText.QuotePath(field + "[+]")}");

    public static Diagnostic NeedsList(FilePlace place, string path, string field, string value)
        => At(WrongElementRule, place, path, $"{DisplayText.QuotePath(field)} is repeated and {Quote(value)} is one value; set all values with Value=\"[ … ]\", one with {DisplayText.QuotePath(field + "[0]")}, or append it with {DisplayText.QuotePath(field + "[+]")}");

    public static Diagnostic ClearsNewElement(FilePlace place, string path)
        => At(WrongElementRule, place, path, "[+] is a new element, which can't be cleared; name the element by its number");

    public static Diagnostic OtherMember(FilePlace place, string path, string field, string other)
        => At(OtherMemberRule, place, path, $"the config has {DisplayText.QuotePath(other)}, which excludes {DisplayText.QuotePath(field)}; correct the path, or put the one in the other's place with Include=\"{field}\" Value=\"{{ … }}\"");

    public static Diagnostic NotAMessage(FilePlace place, string path, string field, string takes)
        => At(NotAMessageRule, place, path, $"{DisplayText.QuotePath(field)} has no fields, it takes {takes}; end the path there");

    /// <summary>A fault that was found in a value, or that it brings about, at the place of the item.</summary>
    public static Diagnostic OfValue(FilePlace place, string path, Diagnostic fault)
        => At(fault.Rule, place, path, fault.Message) with { Severity = fault.Severity };

    /// <param name="position">Where in the value, from 1.</param>
    public static Diagnostic OfSyntax(FilePlace place, string path, int position, Diagnostic fault)
        => At(fault.Rule, place, path, $"at position {Text(position)} of the Value: {fault.Message}");

    /// <param name="pattern">The item as it is written.</param>
    public static Diagnostic Wildcard(FilePlace place, string pattern)
        => At(WildcardRule, place, pattern, "MSBuild takes * and ? for a pattern of file names, and the override for a list of files, or for nothing; name the field, of a repeated one an element as in [0]");

    private static string DidYouMean(string? nearest) => nearest is null ? string.Empty : $", did you mean {Quote(nearest)}?";

    private static string Quote(string text) => DisplayText.Quote(text);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static DiagnosticRule Error(string code, string title) => new(code, DiagnosticSeverity.Error, title);

    private static Diagnostic At(DiagnosticRule rule, FilePlace place, string path, string message)
        => new(rule, place.Path, place.Position, $"PipelineConfigOverride {DisplayText.QuotePath(path)}: {message}");
}
