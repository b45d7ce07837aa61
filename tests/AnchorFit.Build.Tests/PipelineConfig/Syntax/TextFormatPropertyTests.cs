using System.Linq;
using AnchorFit.PipelineConfig.Syntax;
using AnchorFit.Text;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.PipelineConfig.Syntax;

public class TextFormatPropertyTests
{
    private static readonly Gen<string> Soup = OneOf(
        "a", "b:", "model {", "{", "}", "<", ">", "[", "]", ":", ",", ";", "=", "-", "+", ".", "/", "//", "/*", "*/", "#", "\n", "\r\n", "\r",
        " ", "  ", "\t", "1", "0.5", "0x1f", "'x'", "\"y\"", "'", "\"", "\\", "“", "”", "\\x", "\\ud83d", "é", "😀", "\uD83D", "\0", "\uFEFF", "[a.b]", "[a/b]:")
        .Array[0, 60].Select(parts => string.Concat(parts));

    private static readonly Gen<string> Space = OneOf(" ", "\n", "\r\n  ", "\t", " # note\n", "  # } [ \"\n\t");

    private static readonly Gen<string> Scalar = OneOf(
        "1", "-2", "0x1F", "017", "1.5", "1.f", ".5e-3", "true", "RELU_6", "-inf", "NaN", "'s'", "\"a\\n\\\"\"", "'a' \"b\"", "\"}{\"", "'#'");

    [Fact]
    public void AnyTextGivesAConsistentDocument()
        => Soup.Sample(text => { SyntaxAssert.Consistent(text); }, iter: 20_000);

    [Fact]
    public void AnyCharactersGiveAConsistentDocument()
        => Gen.String.Sample(text => { SyntaxAssert.Consistent(text); }, iter: 5_000);

    [Fact]
    public void ValidDocumentsHaveNoDiagnosticsAndKeepTheirFields()
        => Message(3).Sample(
            message =>
            {
                ConfigDocument document = SyntaxAssert.Consistent(message.Text);
                Assert.Empty(document.Diagnostics);
                Assert.Equal(message.Fields, Count(document.Root));
            },
            iter: 5_000);

    [Fact]
    public void OneLostBraceOfAnIndentedDocumentIsReportedAtItsMessage()
        => Gen.Select(Gen.Int[1, 4], Gen.Int[1, 4], Gen.Int[0, 3]).Sample(sizes =>
        {
            string text = Indented(sizes.Item1, sizes.Item2, 0);
            string[] lines = text.Split('\n');
            int[] closers = [.. Enumerable.Range(0, lines.Length).Where(i => lines[i].EndsWith('}'))];
            int lost = closers[sizes.Item3 % closers.Length];
            int depth = lines[lost].Length;
            int opener = Enumerable.Range(0, lost).Last(i => lines[i].Length - lines[i].TrimStart().Length == depth - 1 && lines[i].EndsWith('{'));
            ConfigDocument document = SyntaxAssert.Consistent(string.Join('\n', lines.Where((_, i) => i != lost)));
            var diagnostic = Assert.Single(document.Diagnostics);
            Assert.Equal(("AFB3001", new LinePosition(opener + 1, lines[opener].Length)), (diagnostic.Code, diagnostic.Start));
        });

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static string Indented(int depth, int width, int level)
    {
        string indent = new(' ', level);
        return depth == 0
            ? $"{indent}x: 1\n"
            : string.Concat(Enumerable.Range(0, width).Select(_ => $"{indent}m {{\n{Indented(depth - 1, width, level + 1)}{indent}}}\n"));
    }

    private static int Count(MessageSyntax message)
        => message.Fields.Sum(field => 1 + (field.Value is MessageSyntax inner ? Count(inner)
            : field.Value is ListSyntax list ? list.Items.OfType<MessageSyntax>().Sum(Count) : 0));

    /// <summary>Valid documents, nested so deep, with the number of their fields.</summary>
    internal static Gen<(string Text, int Fields)> Message(int depth)
        => Field(depth).Array[0, 4].Select(fields => (string.Concat(fields.Select(field => field.Text)), fields.Sum(field => field.Fields)));

    private static Gen<(string Text, int Fields)> Field(int depth)
    {
        Gen<string> name = OneOf("a", "num_classes", "[x.y]", "[type.googleapis.com/a.B]");
        Gen<string> end = Gen.Select(OneOf("", ",", ";"), Space, (separator, space) => separator + space);
        Gen<(string, int)> scalar = Gen.Select(name, Space, Scalar, end, (n, s, v, e) => ($"{n}{s}:{s}{v}{e}", 1));
        Gen<(string, int)> list = Gen.Select(name, Space, Scalar.Array[0, 3], end, (n, s, v, e) => ($"{n}: [{s}{string.Join("," + s, v)}{s}]{e}", 1));
        if (depth == 0)
        {
            return Gen.OneOf(scalar, list);
        }

        Gen<(string Text, int Fields)> inner = Message(depth - 1);
        Gen<(string, int)> message = Gen.Select(name, OneOf("{}", ":{}", "<>", ": <>"), Space, inner, end,
            (n, b, s, m, e) => ($"{n}{b[..^1]}{s}{m.Text}{b[^1..]}{e}", 1 + m.Fields));
        Gen<(string, int)> messages = Gen.Select(name, Space, inner.Array[0, 3], end,
            (n, s, m, e) => ($"{n} [{string.Join("," + s, m.Select(item => "{" + s + item.Text + "}"))}]{e}", 1 + m.Sum(item => item.Fields)));
        return Gen.OneOf(scalar, list, message, messages);
    }
}
