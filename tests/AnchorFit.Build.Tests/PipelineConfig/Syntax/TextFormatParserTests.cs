using System.Linq;
using System.Text;
using AnchorFit.Diagnostics;
using AnchorFit.PipelineConfig.Syntax;
using AnchorFit.Text;
using Xunit;

namespace AnchorFit.Tests.PipelineConfig.Syntax;

public class TextFormatParserTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" \t\v\f\r\n# only\n", "")]
    [InlineData("a: 1 b:2 c :3", "a: 1|b: 2|c: 3")]
    [InlineData("a:1,b:2;c:3", "a: 1|b: 2|c: 3")]
    [InlineData("m{}n:{}o<>p:<a:1>", "m: { }|n: { }|o: { }|p: { a: 1 }")]
    [InlineData("m\n{\n}", "m: { }")]
    [InlineData("a: [1, -2.5, inf, 'x' \"y\", TRUE]", "a: [1, -2.5, inf, \"xy\", TRUE]")]
    [InlineData("a: [] b []", "a: []|b: []")]
    [InlineData("m [{a:1}, <b:2>] n: [{}]", "m: [{ a: 1 }, { b: 2 }]|n: [{ }]")]
    [InlineData("a: -inf b: NaN c: -Infinity d: t e: -FOO", "a: -inf|b: NaN|c: -Infinity|d: t|e: -FOO")]
    [InlineData("a: 0x1F b: 017 c: 0 d: 1f e: 1.F f: .5e-3f g: 1e5f h: 1E+5", "a: 0x1F|b: 017|c: 0|d: 1f|e: 1.F|f: .5e-3f|g: 1e5f|h: 1E+5")]
    [InlineData("a: 10[x.y]: 1 [type.googleapis.com/a.B] { c: 1 } [ d # e\n. f ]: 2", "a: 10|[x.y]: 1|[type.googleapis.com/a.B]: { c: 1 }|[d.f]: 2")]
    [InlineData("[my-host.example/p/q/a.B] {}", "[my-host.example/p/q/a.B]: { }")]
    [InlineData("a: +5 b: +inf", "a: 5|b: inf")]
    [InlineData("a\u00A0:\u20031\u3000b: 2", "a: 1|b: 2")]
    [InlineData("activation: RELU_6,\nx: 1\n", "activation: RELU_6|x: 1")]
    public void TheGrammar(string text, string tree)
    {
        ConfigDocument document = SyntaxAssert.Consistent(text);
        Assert.Empty(document.Diagnostics);
        Assert.Equal(tree, TreeText.Write(document).TrimEnd('\n').Replace('\n', '|'));
    }

    [Fact]
    public void ASignMayStandApartThoughTheTrainerRefusesIt()
    {
        ConfigDocument document = SyntaxAssert.Consistent("a: - # why\n  2.0");
        Diagnostic warning = Assert.Single(document.Diagnostics);
        Assert.Equal(("AFB3022", false, new LinePosition(1, 4), new LinePosition(2, 6)), (warning.Code, warning.IsError, warning.Start, warning.End));
        Assert.Equal("a: -2.0\n", TreeText.Write(document));
    }

    [Fact]
    public void SpansAreExact()
    {
        ConfigDocument document = SyntaxAssert.Consistent("\uFEFFm : { a: -1 ; [x.y]: 'p' \"q\" }\n");
        FieldSyntax message = Assert.Single(document.Root.Fields);
        FieldSyntax[] inner = [.. ((MessageSyntax)message.Value).Fields];
        Assert.Equal(new TextSpan(1, 30), message.FullSpan);
        Assert.Equal(new TextSpan(3, 1), message.Colon!.Value.Span);
        Assert.Equal((new TextSpan(7, 5), new TextSpan(7, 7), new TextSpan(10, 2)), (inner[0].Span, inner[0].FullSpan, inner[0].Value.Span));
        Assert.Equal((new TextSpan(15, 5), new TextSpan(22, 7)), (inner[1].Name.Span, inner[1].Value.Span));
        Assert.Equal(new LinePosition(1, 2), document.Source.GetPosition(2));
    }

    [Theory]
    [InlineData(100, false)]
    [InlineData(101, true)]
    [InlineData(100_000, true)]
    public void NestingIsLimited(int depth, bool isTooDeep)
    {
        string text = new StringBuilder().Insert(0, "a{", depth).Append('}', depth).ToString();
        ConfigDocument document = TextFormatParser.Parse(new SourceText("deep", text));
        Assert.Equal(isTooDeep ? ["AFB3011 (1,202)"] : [], document.Diagnostics.Select(item => $"{item.Code} ({item.Start.Line},{item.Start.Column})"));
    }

    [Theory]
    [InlineData("a{", 1)]
    [InlineData("a:<", 1)]
    [InlineData("a:[{", 1)]
    [InlineData("a\n{\n", 1)]
    public void HundredThousandOpenMessagesGiveOneDiagnostic(string open, int count)
    {
        string text = new StringBuilder().Insert(0, open, 100_000).ToString();
        Assert.Equal(count, TextFormatParser.Parse(new SourceText("deep", text)).Diagnostics.Count);
    }

    [Theory]
    [InlineData("}")]
    [InlineData("[")]
    [InlineData("a:")]
    [InlineData("a:[")]
    [InlineData("[a")]
    [InlineData("\"")]
    [InlineData("“")]
    [InlineData("-")]
    [InlineData("=")]
    [InlineData("a:[[")]
    [InlineData("/*")]
    [InlineData("(")]
    [InlineData(")")]
    [InlineData("a:(")]
    [InlineData("{{")]
    [InlineData("${")]
    [InlineData("a:1,")]
    [InlineData("1,")]
    [InlineData("1/")]
    [InlineData("a.")]
    [InlineData("a:b/")]
    [InlineData("a b c ")]
    [InlineData("a b c\n")]
    [InlineData("'a\n")]
    [InlineData("a:'b\n'\n")]
    [InlineData("'a':")]
    [InlineData("a\n b:1\n")]
    [InlineData("−")]
    public void EndlessRepetitionOfAFaultEnds(string fault)
        => TextFormatParser.Parse(new SourceText("long", new StringBuilder().Insert(0, fault, 20_000).ToString()));

    [Theory]
    [InlineData("m { a 1 b: 2 }", "AFB3008")]
    [InlineData("m { a: } n: 1", "AFB3007")]
    [InlineData("m { : 1 b: 2 }", "AFB3009")]
    [InlineData("m { a = 1 b: 2 }", "AFB3012")]
    [InlineData("m { a: 1 }} n: 1", "AFB3002")]
    [InlineData("m { a: 1 > n: 1", "AFB3003")]
    [InlineData("m { a: 1 n: 1", "AFB3001")]
    [InlineData("m { a: [1, 2 } n: 1", "AFB3015")]
    [InlineData("m { a: “x” b: 1 }", "AFB3004")]
    [InlineData("m { a: 10b: 1 }", "AFB3014")]
    [InlineData("m { a: [b: 1] c: 1 }", "AFB3016")]
    [InlineData("m { a: 1 ¤ b: 1 }", "AFB3010")]
    [InlineData("m { [a.]: 1 b: 1 }", "AFB3019")]
    [InlineData("m { { a: 1 } b: 1 }", "AFB3009")]
    [InlineData("m { a: 1 2 3 b: 1 }", "AFB3009")]
    [InlineData("m { a: x.5 b: 1 }", "AFB3040")]
    [InlineData("m { a: é }", "AFB3010")]
    [InlineData("a: $\nb: 1", "AFB3010")]
    [InlineData("a: $ 1", "AFB3010")]
    [InlineData("m { a: +FOO b: 1 }", "AFB3014")]
    [InlineData("m { a; 1 b: 2 }", "AFB3012")]
    [InlineData("m { é: 1 b: 2 }", "AFB3010")]
    [InlineData("m { cafés: 1 }", "AFB3010")]
    [InlineData("m { a: [1, [2, 3]] b: 1 }", "AFB3017")]
    [InlineData("m { a: [{ b: 1 ] c: 1 }", "AFB3001")]
    [InlineData("m { a:: 1 }", "AFB3018")]
    [InlineData("m { 1: 2 }", "AFB3009")]
    [InlineData("m a: 1", "AFB3007")]
    [InlineData("a: 1;; b: 2", "AFB3018")]
    [InlineData("a: 1 // b", "AFB3013")]
    [InlineData("a: 0,25 b: 1", "AFB3014")]
    [InlineData("a: 1,234,567 b: 1", "AFB3014")]
    [InlineData("a: -0,5 b: 1", "AFB3014")]
    [InlineData("a: 1, 2 b: 1", "AFB3009")]
    [InlineData("m ( a: 1 ) b: 1", "AFB3010")]
    [InlineData("a: (1, 2) b: 1", "AFB3010")]
    [InlineData("m { a: 1 ) b: 1", "AFB3003")]
    [InlineData("a: [1, 2} b: 1", "AFB3003")]
    [InlineData("m\n  a: 1\n  b: 2\n}\nn: 1", "AFB3007")]
    [InlineData("a: /data/x.record b: 1", "AFB3040")]
    [InlineData("a.b: 1 c: 2", "AFB3009")]
    [InlineData("'a': 1 c: 2", "AFB3009")]
    [InlineData("one two three\na: 1", "AFB3013")]
    [InlineData("a： 1 b: 2", "AFB3010")]
    [InlineData("a: –1 b: 2", "AFB3010")]
    [InlineData("a: 1 – \nb: 2", "AFB3010")]
    [InlineData("a: {{ x }} b: 2", "AFB3010")]
    [InlineData("a: $(X) b: 2", "AFB3010")]
    public void OneFaultIsOneDiagnostic(string text, string code)
        => Assert.Equal([code], SyntaxAssert.Consistent(text).Diagnostics.Select(item => item.Code));
}
