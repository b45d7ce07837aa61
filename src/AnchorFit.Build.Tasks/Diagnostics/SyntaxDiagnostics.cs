using System.Globalization;
using AnchorFit.Text;

namespace AnchorFit.Diagnostics;

/// <summary>AFB3xxx: what can be wrong with a text in protobuf text format, whatever its schema.</summary>
internal static class SyntaxDiagnostics
{
    internal static readonly DiagnosticRule UnclosedMessageRule = Error("AFB3001", "A closing brace is missing");
    internal static readonly DiagnosticRule StrayCloserRule = Error("AFB3002", "A closing bracket has no opening one");
    internal static readonly DiagnosticRule MismatchedCloserRule = Error("AFB3003", "A message opens with one kind of bracket and closes with another");
    internal static readonly DiagnosticRule SmartQuoteRule = Error("AFB3004", "A typographic quotation mark stands where a plain one must");
    internal static readonly DiagnosticRule BadEscapeRule = Error("AFB3005", "A string has an escape that the trainer cannot read");
    internal static readonly DiagnosticRule UnterminatedStringRule = Error("AFB3006", "A string has no closing quote on its line");
    internal static readonly DiagnosticRule MissingValueRule = Error("AFB3007", "A field has no value");
    internal static readonly DiagnosticRule MissingColonRule = Error("AFB3008", "A colon is missing between a field's name and its value");
    internal static readonly DiagnosticRule MissingNameRule = Error("AFB3009", "A field's name is missing");
    internal static readonly DiagnosticRule UnknownCharacterRule = Error("AFB3010", "A character has no meaning in the text format");
    internal static readonly DiagnosticRule TooDeepRule = Error("AFB3011", "Messages are nested too deeply");
    internal static readonly DiagnosticRule WrongColonRule = Error("AFB3012", "Another sign stands where a colon must");
    internal static readonly DiagnosticRule ForeignCommentRule = Error("AFB3013", "A comment does not begin with #");
    internal static readonly DiagnosticRule MalformedNumberRule = Error("AFB3014", "A number is malformed");
    internal static readonly DiagnosticRule UnclosedListRule = Error("AFB3015", "A closing bracket of a list is missing");
    internal static readonly DiagnosticRule ListItemRule = Error("AFB3016", "The items of a list are not separated by single commas");
    internal static readonly DiagnosticRule NestedListRule = Error("AFB3017", "A list stands in a list");
    internal static readonly DiagnosticRule ExtraSeparatorRule = Error("AFB3018", "A separator follows no field");
    internal static readonly DiagnosticRule BracketedNameRule = Error("AFB3019", "A name in brackets is malformed");
    internal static readonly DiagnosticRule NotUtf8Rule = Error("AFB3020", "The file is not UTF-8");
    internal static readonly DiagnosticRule ByteOrderMarkRule = Warning("AFB3021", "The file begins with a byte order mark");
    internal static readonly DiagnosticRule SignApartRule = Warning("AFB3022", "A sign stands apart from its number");
    internal static readonly DiagnosticRule UnknownEscapeRule = Warning("AFB3023", "A string has an escape that parsers read differently");
    internal static readonly DiagnosticRule CarriageReturnRule = Warning("AFB3024", "A comment goes on after a carriage return");

    internal static readonly DiagnosticRule ForeignFormatRule = Error("AFB3025", "The file is of another format");

    public static Diagnostic ForeignFormat(SourceText source, int offset, string format)
        => At(ForeignFormatRule, source, new TextSpan(offset, 1), $"the file is {format}, not protobuf text format, as a pipeline.config or a label map is; name another file");

    public static Diagnostic UnclosedMessage(SourceText source, TextSpan open, string field, LinePosition noticed, string noticedText)
        => At(UnclosedMessageRule, source, open, $"the message {DisplayText.Quote(field)} that opens here is not closed: its closing bracket is missing before {DisplayText.Quote(noticedText)} in {Place(noticed)}");

    public static Diagnostic UnclosedMessageAtEnd(SourceText source, TextSpan open, string field, int missing, LinePosition end)
        => At(UnclosedMessageRule, source, open, missing == 1
            ? $"the message {DisplayText.Quote(field)} that opens here is not closed: the file ends in {Place(end)} without its closing bracket"
            : $"the message {DisplayText.Quote(field)} that opens here is not closed, nor {(missing == 2 ? "is the one" : $"are the {Text(missing - 1)}")} around it: the file ends in {Place(end)} without their closing brackets");

    public static Diagnostic StrayCloser(SourceText source, TextSpan closer)
        => At(StrayCloserRule, source, closer, $"this {DisplayText.Quote(source.Slice(closer))} closes nothing that is open here; remove it, or add the opening bracket that it belongs to");

    public static Diagnostic MismatchedCloser(SourceText source, TextSpan closer, TextSpan open)
        => At(MismatchedCloserRule, source, closer, $"{DisplayText.Quote(source.Slice(closer))} cannot close the {DisplayText.Quote(source.Slice(open))} of {Place(source.GetPosition(open.Start))}; write {DisplayText.Quote(source.Slice(open) == "{" ? "}" : ">")}");

    public static Diagnostic SmartQuote(SourceText source, int offset)
        => At(SmartQuoteRule, source, new TextSpan(offset, 1), $"the typographic quotation mark {DisplayText.Quote(source.Slice(new TextSpan(offset, 1)))} (U+{(int)source.Content[offset]:X4}) does not delimit a string; write plain quotes: \"…\"");

    public static Diagnostic BadEscape(SourceText source, TextSpan escape, string cure)
        => At(BadEscapeRule, source, escape, $"the escape {DisplayText.Quote(source.Slice(escape))} is malformed: {cure}");

    public static Diagnostic UnterminatedString(SourceText source, TextSpan openingQuote, char quote)
        => At(UnterminatedStringRule, source, openingQuote, $"the string that begins here has no closing {quote} on its line; add it (a line break inside a string is written \\n)");

    public static Diagnostic MissingValue(SourceText source, TextSpan place, string field)
        => At(MissingValueRule, source, place, $"the field {DisplayText.Quote(field)} has no value; write one after its name, or remove the field");

    public static Diagnostic MissingColon(SourceText source, TextSpan place, string field, string value)
        => At(MissingColonRule, source, place, $"a colon is missing between {DisplayText.Quote(field)} and {DisplayText.Quote(value)}; write {DisplayText.Quote(field + ": " + value)}");

    public static Diagnostic MissingName(SourceText source, TextSpan found)
        => At(MissingNameRule, source, found, $"a field's name must stand here, not {DisplayText.Quote(source.Slice(found))}; write 'name: value' or 'name {{ … }}'");

    public static Diagnostic StrayValue(SourceText source, TextSpan found)
        => At(MissingNameRule, source, found, $"{DisplayText.Quote(source.Slice(found))} belongs to no field; write 'name: value', and several values as 'name: [1.0, 2.0]'");

    public static Diagnostic NumberAsName(SourceText source, TextSpan found)
        => At(MissingNameRule, source, found, $"a field's name must stand here, not the number {DisplayText.Quote(source.Slice(found))}; fields that were printed by number cannot be read back");

    public static Diagnostic UnknownCharacter(SourceText source, TextSpan found)
        => At(UnknownCharacterRule, source, found, $"{DisplayText.Quote(source.Slice(found))} ({CodePoint(source, found)}) has no meaning here; remove it, or put text into quotes");

    public static Diagnostic TooDeep(SourceText source, TextSpan open, int limit)
        => At(TooDeepRule, source, open, $"messages are nested more than {Text(limit)} deep from here on; no pipeline.config needs that, look for '{{' that should be '}}'");

    public static Diagnostic WrongColon(SourceText source, TextSpan found, string field)
        => At(WrongColonRule, source, found, $"{DisplayText.Quote(source.Slice(found))} does not set a field; write {DisplayText.Quote(field + ": …")}");

    public static Diagnostic ForeignComment(SourceText source, TextSpan found)
        => At(ForeignCommentRule, source, new TextSpan(found.Start, 2), $"'{source.Content.Substring(found.Start, 2)}' begins no comment in this format; begin every comment line with '#'");

    public static Diagnostic MalformedNumber(SourceText source, TextSpan found)
        => At(MalformedNumberRule, source, found, $"{DisplayText.Quote(source.Slice(found))} is not a number; write for example 12, 0x1F, 0.5 or 1e-3, and a space before a name that follows");

    public static Diagnostic UnclosedList(SourceText source, TextSpan open, string field, LinePosition noticed)
        => At(UnclosedListRule, source, open, $"the list of {DisplayText.Quote(field)} that opens here is not closed: a ']' is missing before {Place(noticed)}");

    public static Diagnostic MissingComma(SourceText source, TextSpan place)
        => At(ListItemRule, source, place, "a comma is missing between two items of the list; write [1.0, 2.0]");

    public static Diagnostic ExtraComma(SourceText source, TextSpan comma)
        => At(ListItemRule, source, comma, $"an item of the list is missing beside this {DisplayText.Quote(source.Slice(comma))}; items are separated by single commas, and none follows the last");

    public static Diagnostic WrongListSeparator(SourceText source, TextSpan found)
        => At(ListItemRule, source, found, $"{DisplayText.Quote(source.Slice(found))} does not separate the items of a list; write ','");

    public static Diagnostic FieldInList(SourceText source, TextSpan found)
        => At(ListItemRule, source, found, $"a list holds values or messages in braces, not fields such as {DisplayText.Quote(source.Slice(found))}; put the field into braces");

    public static Diagnostic NestedList(SourceText source, TextSpan open)
        => At(NestedListRule, source, open, "a list cannot stand in a list; write one list of all the items");

    public static Diagnostic ExtraSeparator(SourceText source, TextSpan found)
        => At(ExtraSeparatorRule, source, found, $"this {DisplayText.Quote(source.Slice(found))} follows no field; remove it");

    public static Diagnostic BracketedName(SourceText source, TextSpan open)
        => At(BracketedNameRule, source, open, "the name in brackets that begins here is malformed; write [package.extension] or [type.googleapis.com/package.Message]");

    public static Diagnostic NotUtf8(SourceText readable, int offset, byte found)
        => At(NotUtf8Rule, readable, new TextSpan(offset, 0), $"the byte 0x{found:X2} here is not UTF-8; save the file as UTF-8");

    public static Diagnostic Utf16(string path)
        => new(NotUtf8Rule, path, new LinePosition(1, 1), "the file is UTF-16 or UTF-32 (as Windows PowerShell's '>' writes it), which the trainer cannot read; save it as UTF-8");

    public static Diagnostic ByteOrderMark(SourceText source)
        => new(ByteOrderMarkRule, source.Path, new LinePosition(1, 1), "the file begins with a byte order mark (U+FEFF), which the trainer's parser refuses; save it as UTF-8 without one");

    public static Diagnostic SignApart(SourceText source, TextSpan value)
        => At(SignApartRule, source, value, "the sign stands apart from its number, which the trainer's parser refuses; write them together");

    public static Diagnostic UnknownEscape(SourceText source, TextSpan escape)
        => At(UnknownEscapeRule, source, escape, $"{DisplayText.Quote(source.Slice(escape))} is no escape: the trainer's parser keeps the backslash, others refuse it; write '\\\\', or '/' in a path");

    public static Diagnostic SurrogatePair(SourceText source, TextSpan escape)
        => At(UnknownEscapeRule, source, escape, $"{DisplayText.Quote(source.Slice(escape))} spells one character in two halves, which the trainer's parser refuses; write \\U and eight digits");

    public static Diagnostic CarriageReturn(SourceText source, int offset)
        => At(CarriageReturnRule, source, new TextSpan(offset, 1), "this comment goes on after the carriage return: only a line feed ends it, so what follows is not read; save the file with LF or CRLF line ends");

    private static DiagnosticRule Error(string code, string title) => new(code, DiagnosticSeverity.Error, title);

    private static DiagnosticRule Warning(string code, string title) => new(code, DiagnosticSeverity.Warning, title);

    private static Diagnostic At(DiagnosticRule rule, SourceText source, TextSpan span, string message)
        => new(rule, source.Path, source.GetPosition(span.Start), source.GetPosition(span.End), message);

    private static string Place(LinePosition position)
        => $"line {Text(position.Line)}, column {Text(position.Column)}";

    private static string CodePoint(SourceText source, TextSpan found)
    {
        char first = source.Content[found.Start];
        int value = char.IsHighSurrogate(first) && found.Length > 1 && char.IsLowSurrogate(source.Content[found.Start + 1])
            ? char.ConvertToUtf32(first, source.Content[found.Start + 1])
            : first;
        return "U+" + value.ToString("X4", CultureInfo.InvariantCulture);
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
