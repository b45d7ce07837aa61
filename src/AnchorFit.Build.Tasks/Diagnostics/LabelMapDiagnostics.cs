using System.Globalization;
using AnchorFit.Text;

namespace AnchorFit.Diagnostics;

/// <summary>AFB405x and AFB4061: a label map that fits the schema, but gives classes no usable ids.</summary>
internal static class LabelMapDiagnostics
{
    internal static readonly DiagnosticRule EmptyRule = Error("AFB4050", "The label map has no class");
    internal static readonly DiagnosticRule IncompleteRule = Error("AFB4051", "An item of the label map lacks its id or its name");
    internal static readonly DiagnosticRule IdRule = Error("AFB4052", "An id of the label map is below 1");
    internal static readonly DiagnosticRule DuplicateIdRule = new("AFB4053", DiagnosticSeverity.Warning, "Two items of the label map have one id");
    internal static readonly DiagnosticRule DuplicateNameRule = Error("AFB4054", "Two items of the label map have one name");

    internal static readonly DiagnosticRule FarIdRule = new("AFB4061", DiagnosticSeverity.Warning, "An id of the label map is far above the number of its items");

    public static Diagnostic Empty(string path) =>
        new(EmptyRule, path, LinePosition.None, "the label map has no item with an id from 1: add one a class, as in item { id: 1 name: 'cat' }");

    /// <param name="field"><c>id</c> or <c>name</c>.</param>
    public static Diagnostic Incomplete(SourceText source, TextSpan item, string field) =>
        At(IncompleteRule, source, item, $"the item that begins here has no {field}: write one, as in item {{ id: 1 name: 'cat' }}");

    public static Diagnostic Id(SourceText source, TextSpan value, int id) =>
        At(IdRule, source, value, $"the id {Text(id)} can't be used: ids begin at 1, and 0 belongs to the background");

    public static Diagnostic DuplicateId(SourceText source, TextSpan value, int id, string name, string earlier, TextSpan earlierItem) =>
        At(DuplicateIdRule, source, value, $"the id {Text(id)} of {DisplayText.Quote(name)} belongs to {DisplayText.Quote(earlier)} of line {Text(source.GetPosition(earlierItem.Start).Line)}, too, so both are trained as one class: give each an id of its own");

    public static Diagnostic DuplicateName(SourceText source, TextSpan value, string name, TextSpan earlierItem) =>
        At(DuplicateNameRule, source, value, $"the name {DisplayText.Quote(name)} stands in line {Text(source.GetPosition(earlierItem.Start).Line)} already: remove one of the two items, or rename it");

    public static Diagnostic FarId(SourceText source, TextSpan value, int id, int items) =>
        At(FarIdRule, source, value, $"the id {Text(id)} is far above the number of items ({Text(items)}), and num_classes becomes {Text(id)}: number the classes from 1");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static DiagnosticRule Error(string code, string title) => new(code, DiagnosticSeverity.Error, title);

    private static Diagnostic At(DiagnosticRule rule, SourceText source, TextSpan span, string message) =>
        new(rule, source.Path, source.GetPosition(span.Start), source.GetPosition(span.End), message);
}
