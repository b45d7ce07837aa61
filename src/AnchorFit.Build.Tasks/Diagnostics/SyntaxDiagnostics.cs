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

    internal static readonly DiagnosticRule UnquotedTextRule = Error("AFB3040", "Text stands without quotes");
    internal static readonly DiagnosticRule ConflictMarkRule = Error("AFB3041", "The file has the marks of a merge conflict");

    public static Diagnostic ForeignFormat(SourceText source, int offset, string format)
        => At(ForeignFormatRule, source, new TextSpan(offset, 1), $"the file is {format}, not protobuf text format, as a pipeline.config or a label map is; name another file");

    /// <param name="kind">What it is, with its article: "a PNG image".</param>
    public static Diagnostic ForeignFile(string path, string kind)
        => new(ForeignFormatRule, path, new LinePosition(1, 1), $"the file is {kind}, not text in protobuf's format, as a pipeline.config or a label map is; name another file");

    public static Diagnostic LfsPointer(SourceText source, int offset)
        => At(ForeignFormatRule, source, new TextSpan(offset, 1), "the file is a pointer of Git LFS, which stands for one that has not been fetched; run 'git lfs pull'");

    public static Diagnostic UnclosedMessage(SourceText source, TextSpan open, string field, TextSpan noticed)
        => At(UnclosedMessageRule, source, open, $"the message {DisplayText.Quote(field)} that opens here is not closed: its closing bracket is missing before {DisplayText.Quote(source.Slice(noticed))} in {source.Describe(noticed.Start)}");

    public static Diagnostic UnclosedMessageAtEnd(SourceText source, TextSpan open, string field, int missing, int end)
        => At(UnclosedMessageRule, source, open, missing == 1
            ? $"the message {DisplayText.Quote(field)} that opens here is not closed: the {source.Noun} ends in {source.Describe(end)} without its closing bracket"
            : $"the message {DisplayText.Quote(field)} that opens here is not closed, nor {(missing == 2 ? "is the one" : $"are the {Text(missing - 1)}")} around it: the {source.Noun} ends in {source.Describe(end)} without their closing brackets");

    public static Diagnostic StrayCloser(SourceText source, TextSpan closer)
        => At(StrayCloserRule, source, closer, $"this {DisplayText.Quote(source.Slice(closer))} closes nothing that is open here; remove it, or add the opening bracket that it belongs to");

    public static Diagnostic MismatchedCloser(SourceText source, TextSpan closer, TextSpan open)
        => At(MismatchedCloserRule, source, closer, $"{DisplayText.Quote(source.Slice(closer))} cannot close the {DisplayText.Quote(source.Slice(open))} of {source.Describe(open.Start)}; write '{Closer(source, open)}'");

    public static Diagnostic SmartQuote(SourceText source, int offset)
        => At(SmartQuoteRule, source, new TextSpan(offset, 1), $"the typographic quotation mark {DisplayText.Quote(source.Slice(new TextSpan(offset, 1)))} (U+{(int)source.Content[offset]:X4}) does not delimit a string; write plain quotes: \"…\"");

    public static Diagnostic BadEscape(SourceText source, TextSpan escape, string cure)
        => At(BadEscapeRule, source, escape, $"the escape {DisplayText.Quote(source.Slice(escape))} is malformed: {cure}");

    public static Diagnostic UnterminatedString(SourceText source, TextSpan openingQuote, char quote)
        => At(UnterminatedStringRule, source, openingQuote, $"the string that begins here has no closing {quote} on its line; add it (a line break inside a string is written \\n)");

    /// <param name="next">The word after the field where that may be the other half of its name.</param>
    public static Diagnostic MissingValue(SourceText source, TextSpan place, string field, string? next)
        => At(MissingValueRule, source, place, $"the field {DisplayText.Quote(field)} has no value; write one after its name{(next is null ? string.Empty : $", or {DisplayText.Quote(field + "_" + next)} if both words are one name")}, or remove the field");

    public static Diagnostic MissingOpener(SourceText source, TextSpan place, string field)
        => At(MissingValueRule, source, place, $"the field {DisplayText.Quote(field)} has no value: the opening brace before its fields is missing; write {DisplayText.Quote(field + " {")}");

    public static Diagnostic MissingColon(SourceText source, TextSpan place, string field, string value)
        => At(MissingColonRule, source, place, $"a colon is missing between {DisplayText.Quote(field)} and {DisplayText.QuoteSource(value)}; write {DisplayText.Quote(field + ": " + value)}");

    public static Diagnostic MissingName(SourceText source, TextSpan found)
        => At(MissingNameRule, source, found, $"a field's name must stand here, not {DisplayText.Quote(source.Slice(found))}; write 'name: value' or 'name {{ … }}'");

    public static Diagnostic StrayValue(SourceText source, TextSpan found)
        => At(MissingNameRule, source, found, $"{DisplayText.QuoteSource(source.Slice(found))} belongs to no field; write 'name: value', and several values as 'name: [1.0, 2.0]'");

    public static Diagnostic NumberAsName(SourceText source, TextSpan found)
        => At(MissingNameRule, source, found, $"a field's name must stand here, not the number {DisplayText.Quote(source.Slice(found))}; fields that were printed by number cannot be read back");

    public static Diagnostic DottedName(SourceText source, TextSpan found)
        => At(MissingNameRule, source, found, $"a field's name has no dots, as {DisplayText.Quote(source.Slice(found))} has; write the field into its message: 'outer {{ inner: … }}'");

    public static Diagnostic QuotedName(SourceText source, TextSpan found, string name)
        => At(MissingNameRule, source, found, $"a field's name stands without quotes; write {DisplayText.Quote(name)}");

    /// <param name="write">The brackets that are meant.</param>
    public static Diagnostic Parenthesis(SourceText source, TextSpan found, string write)
        => At(UnknownCharacterRule, source, found, $"'(' opens nothing in this format; write {DisplayText.Quote(write)}");

    public static Diagnostic LookAlike(SourceText source, TextSpan found, char plain)
        => At(UnknownCharacterRule, source, found, $"{DisplayText.Quote(source.Slice(found))} ({CodePoint(source, found)}) only looks like '{plain}'; write '{plain}'");

    public static Diagnostic UnknownCharacter(SourceText source, TextSpan found)
        => At(UnknownCharacterRule, source, found, found.Length > 3 && source.Content[found.Start + 1] is '{' or '('
            ? $"the placeholder {DisplayText.Quote(source.Slice(found))} has not been filled in; write the value"
            : $"{DisplayText.Quote(source.Slice(found))} ({CodePoint(source, found)}) has no meaning here; remove it, or put text into quotes");

    public static Diagnostic TooDeep(SourceText source, TextSpan open, int limit)
        => At(TooDeepRule, source, open, $"messages are nested more than {Text(limit)} deep from here on; no pipeline.config needs that, look for '{{' that should be '}}'");

    public static Diagnostic WrongColon(SourceText source, TextSpan found, string field)
        => At(WrongColonRule, source, found, $"{DisplayText.Quote(source.Slice(found))} does not set a field; write {DisplayText.Quote(field + ": …")}");

    /// <param name="found">What opens the comment.</param>
    public static Diagnostic ForeignComment(SourceText source, TextSpan found)
        => At(ForeignCommentRule, source, found, $"'{source.Slice(found)}' begins no comment in this format; begin every comment line with '#'");

    /// <summary>A line of words that stands where a field must.</summary>
    public static Diagnostic Prose(SourceText source, TextSpan found)
        => At(ForeignCommentRule, source, found, $"{DisplayText.Quote(source.Slice(found))} is no field; begin every comment line with '#'");

    /// <param name="whole">The number without its commas; empty where they can't separate thousands.</param>
    /// <param name="fraction">The number with a point; empty where the comma can't stand for one.</param>
    public static Diagnostic CommaInNumber(SourceText source, TextSpan found, string whole, string fraction)
        => At(MalformedNumberRule, source, found, $"{DisplayText.Quote(source.Slice(found))} is not a number, as a comma ends a field; write {(whole.Length == 0 || fraction.Length == 0 ? whole + fraction : whole + ", or " + fraction)}");

    public static Diagnostic UnquotedText(SourceText source, TextSpan found)
        => At(UnquotedTextRule, source, found, $"text stands in quotes; write {DisplayText.Clean("\"" + source.Slice(found) + "\"")}");

    /// <summary>A path with a drive, or an address, without its quotes.</summary>
    /// <param name="isName">It stands where a field's name must.</param>
    public static Diagnostic UnquotedPath(SourceText source, TextSpan found, bool isName)
    {
        string path = "\"" + source.Slice(found).TrimEnd('"', '\'').Replace('\\', '/') + "\"";
        return At(UnquotedTextRule, source, found, $"a path stands in quotes{(isName ? ", behind the name of its field" : string.Empty)}; write {DisplayText.Clean((isName ? "input_path: " : string.Empty) + path, 400)}");
    }

    public static Diagnostic ConflictMark(SourceText source, int offset)
        => At(ConflictMarkRule, source, new TextSpan(offset, 7), "a merge left its marks here: choose between the two versions, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>");

    public static Diagnostic MalformedNumber(SourceText source, TextSpan found)
        => At(MalformedNumberRule, source, found, $"{DisplayText.Quote(source.Slice(found))} is not a number; write for example 12, 0x1F, 0.5 or 1e-3, without a unit, and a space before a name that follows");

    public static Diagnostic UnclosedList(SourceText source, TextSpan open, string field, int noticed)
        => At(UnclosedListRule, source, open, $"the list of {DisplayText.Quote(field)} that opens here is not closed: a ']' is missing before {source.Describe(noticed)}");

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

    public static Diagnostic ZeroByte(SourceText readable, int offset)
        => At(NotUtf8Rule, readable, new TextSpan(offset, 0), "a zero byte stands here, as in text that is UTF-16: Windows PowerShell's '>>' adds such text to a file; write that part again, and save the file as UTF-8");

    public static Diagnostic Utf16(string path)
        => new(NotUtf8Rule, path, new LinePosition(1, 1), "the file is UTF-16 or UTF-32 (as Windows PowerShell's '>' writes it), which the trainer cannot read; save it as UTF-8");

    public static Diagnostic ByteOrderMark(SourceText source)
        => new(ByteOrderMarkRule, source.Path, new LinePosition(1, 1), "the file begins with a byte order mark (U+FEFF), which the trainer's parser refuses; save it as UTF-8 without one");

    public static Diagnostic SignApart(SourceText source, TextSpan value)
        => At(SignApartRule, source, value, "the sign stands apart from its number, which the trainer's parser refuses; write them together");

    public static Diagnostic UnknownEscape(SourceText source, TextSpan escape)
        => At(UnknownEscapeRule, source, escape, $"{DisplayText.Quote(source.Slice(escape))} is no escape: the trainer's parser keeps the backslash, others refuse it; write '\\\\', or '/' in a path");

    public static Diagnostic EscapedQuestionMark(SourceText source, TextSpan escape)
        => At(UnknownEscapeRule, source, escape, $"the trainer's parser keeps the backslash of {DisplayText.Quote(source.Slice(escape))}, others don't; write '?'");

    public static Diagnostic UnicodeEscape(SourceText source, TextSpan escape)
        => At(UnknownEscapeRule, source, escape, $"older versions of the trainer's parser, such as 4.21, don't read {DisplayText.Quote(source.Slice(escape))} as one character; write the character itself");

    public static Diagnostic SurrogatePair(SourceText source, TextSpan escape)
        => At(UnknownEscapeRule, source, escape, $"{DisplayText.Quote(source.Slice(escape))} spells one character in two halves, which the trainer's parser refuses; write the character itself");

    public static Diagnostic CarriageReturn(SourceText source, int offset)
        => At(CarriageReturnRule, source, new TextSpan(offset, 1), "this comment goes on after the carriage return: only a line feed ends it, so what follows is not read; save the file with LF or CRLF line ends");

    private static char Closer(SourceText source, TextSpan open) => source.Content[open.Start] switch
    {
        '<' => '>',
        '[' or '(' => ']',
        _ => '}',
    };

    private static DiagnosticRule Error(string code, string title) => new(code, DiagnosticSeverity.Error, title);

    private static DiagnosticRule Warning(string code, string title) => new(code, DiagnosticSeverity.Warning, title);

    private static Diagnostic At(DiagnosticRule rule, SourceText source, TextSpan span, string message)
        => new(rule, source.Path, source.GetPosition(span.Start), source.GetPosition(span.End), message);

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
