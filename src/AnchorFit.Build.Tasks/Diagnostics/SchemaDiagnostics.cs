using AnchorFit.Text;

namespace AnchorFit.Diagnostics;

/// <summary>AFB40xx: what can be wrong with a text-format file against its schema. Paths are full: <c>model.ssd.num_classes</c>.</summary>
internal static class SchemaDiagnostics
{
    internal static readonly DiagnosticRule UnknownFieldRule = Warning("AFB4001", "The schema has no such field");
    internal static readonly DiagnosticRule UnknownExtensionRule = Warning("AFB4002", "The schema has no such extension");
    internal static readonly DiagnosticRule UnknownEnumValueRule = Error("AFB4003", "The enum has no such value");
    internal static readonly DiagnosticRule WrongKindRule = Error("AFB4004", "A field's value is of the wrong kind");
    internal static readonly DiagnosticRule OutOfRangeRule = Error("AFB4005", "A number is out of its field's range");
    internal static readonly DiagnosticRule ListForSingularRule = Error("AFB4006", "A list stands where one value must");
    internal static readonly DiagnosticRule RequiredRule = Error("AFB4007", "A required field is missing");
    internal static readonly DiagnosticRule DuplicateRule = Warning("AFB4008", "A field is set more than once");
    internal static readonly DiagnosticRule OneofRule = Warning("AFB4009", "A field replaces another that excludes it");
    internal static readonly DiagnosticRule NotUtf8Rule = Error("AFB4010", "A string is not UTF-8");
    internal static readonly DiagnosticRule InfiniteRule = Warning("AFB4011", "A number is too large and becomes infinite");
    internal static readonly DiagnosticRule UnknownInCanonicalRule = Error("AFB4012", "Canonical output would lose a field");

    internal static readonly DiagnosticRule ControlCharacterRule = Warning("AFB4034", "A text has a control character");
    internal static readonly DiagnosticRule OtherRoleRule = Error("AFB4035", "A file of text format is another than its property names");

    public static Diagnostic UnknownField(SourceText source, TextSpan name, string path, string message, string? nearest, DiagnosticSeverity severity)
        => At(UnknownFieldRule, source, name, $"{DisplayText.QuotePath(path)} is not known: {message} has no field {Quote(source.Slice(name))}{DidYouMean(nearest)}; the trainer refuses it unless its own schema has it") with { Severity = severity };

    public static Diagnostic UnknownExtension(SourceText source, TextSpan name, string path, DiagnosticSeverity severity)
        => At(UnknownExtensionRule, source, name, $"the extension {DisplayText.QuotePath(path)} is not known; the trainer refuses it unless its own code registers it") with { Severity = severity };

    public static Diagnostic UnknownEnumValue(SourceText source, TextSpan value, string path, string? nearest, string values)
        => At(UnknownEnumValueRule, source, value, $"{DisplayText.QuotePath(path)} has no value {Quote(source.Slice(value))}{DidYouMean(nearest)}; it takes one of {values}");

    public static Diagnostic WrongKind(SourceText source, TextSpan value, string path, string takes, string found)
        => At(WrongKindRule, source, value, $"{DisplayText.QuotePath(path)} takes {takes}, not {found}");

    public static Diagnostic OutOfRange(SourceText source, TextSpan value, string path, string bounds)
        => At(OutOfRangeRule, source, value, $"{Quote(source.Slice(value))} is out of range: {DisplayText.QuotePath(path)} takes a whole number {bounds}");

    public static Diagnostic ListForSingular(SourceText source, TextSpan list, string path, string takes)
        => At(ListForSingularRule, source, list, $"{DisplayText.QuotePath(path)} takes one value ({takes}), not a list; remove the square brackets");

    public static Diagnostic Required(SourceText source, TextSpan message, string path)
        => At(RequiredRule, source, message, $"{DisplayText.QuotePath(path)} is required and missing; add it to the message that begins here");

    public static Diagnostic Duplicate(SourceText source, TextSpan name, string path, TextSpan earlier)
        => At(DuplicateRule, source, name, $"{DisplayText.QuotePath(path)} is set again, and only this last value counts; remove the one in {source.Describe(earlier.Start)}");

    public static Diagnostic DuplicateKey(SourceText source, TextSpan key, string path)
        => At(DuplicateRule, source, key, $"{DisplayText.QuotePath(path)} has an entry of the key {DisplayText.QuoteSource(source.Slice(key))} already, and only this last one counts; remove one of them");

    public static Diagnostic OneofOverridden(SourceText source, TextSpan name, string path, string replaced, TextSpan earlier)
        => At(OneofRule, source, name, $"{DisplayText.QuotePath(path)} replaces {Quote(replaced)} of {source.Describe(earlier.Start)}, because only one of the two can be set; remove the one that is not meant");

    /// <param name="path">The field.</param>
    /// <param name="found">The characters in words: "\t for a tab".</param>
    /// <param name="cure">The text without them, as it would be written.</param>
    public static Diagnostic ControlCharacter(SourceText source, TextSpan place, string path, string value, string found, string cure)
        => At(ControlCharacterRule, source, place, $"{DisplayText.QuotePath(path)} is {DisplayText.QuoteSource(value)}, which has {found}; write {DisplayText.Clean(cure, 400)}, or \\\\ for each backslash");

    /// <param name="role">What the file is, with its article; null where nothing is known but what it isn't.</param>
    /// <param name="field">Its first field.</param>
    public static Diagnostic NotAConfig(SourceText source, TextSpan place, string? role, string field)
        => At(OtherRoleRule, source, place, role is null
            ? $"the file is no pipeline.config: it begins with {Quote(field)}, where a config has 'model', 'train_config' and the like; name the config in AnchorFitBaseConfig"
            : $"the file is {role}, not a pipeline.config; name the config in AnchorFitBaseConfig");

    public static Diagnostic NotALabelMap(SourceText source, TextSpan place, string? role, string field)
        => At(OtherRoleRule, source, place, role is null
            ? $"the file is no label map: it begins with {Quote(field)}, where a label map has items such as item {{ id: 1 name: 'cat' }}; name the label map in AnchorFitLabelMap"
            : $"the file is {role}, not a label map, which has items such as item {{ id: 1 name: 'cat' }}; name the label map in AnchorFitLabelMap");

    public static Diagnostic NotUtf8(SourceText source, TextSpan value, string path)
        => At(NotUtf8Rule, source, value, $"the text of {DisplayText.QuotePath(path)} is not UTF-8: {DisplayText.QuoteSource(source.Slice(value))}; mind its escapes");

    public static Diagnostic BecomesInfinite(SourceText source, TextSpan value, string path)
        => At(InfiniteRule, source, value, $"{Quote(source.Slice(value))} is too large for {DisplayText.QuotePath(path)} and is read as infinity; write a smaller number, or inf");

    public static Diagnostic UnknownInCanonical(SourceText source, TextSpan name, string path, string? nearest)
        => At(UnknownInCanonicalRule, source, name, $"canonical output cannot hold {DisplayText.QuotePath(path)}, because the schema does not have it{DidYouMean(nearest)}; set AnchorFitConfigStyle to preserve, or remove the field");

    private static string DidYouMean(string? nearest) => nearest is null ? string.Empty : $"; did you mean {Quote(nearest)}?";

    private static string Quote(string text) => DisplayText.Quote(text);

    private static DiagnosticRule Error(string code, string title) => new(code, DiagnosticSeverity.Error, title);

    private static DiagnosticRule Warning(string code, string title) => new(code, DiagnosticSeverity.Warning, title);

    private static Diagnostic At(DiagnosticRule rule, SourceText source, TextSpan span, string message)
        => Diagnostic.At(rule, source, span, message);
}
