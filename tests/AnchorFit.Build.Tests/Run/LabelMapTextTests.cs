using System.Collections.Generic;
using System.Linq;
using System.Text;
using AnchorFit.Diagnostics;
using AnchorFit.PipelineConfig.Schema;
using AnchorFit.Run;
using AnchorFit.Tests.Support;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.Run;

public class LabelMapTextTests
{
    private const string Golden = "tests/AnchorFit.Build.Tests/Run/Golden/label_map.pbtxt";

    [Fact]
    public void MatchesTheGoldenFile() => Assert.Equal(
        Repository.Read(Golden),
        Text("traffic light", "it's", "back\\slash", "\"quoted\"", "tab\there\u0001\u202E", "Käse", "猫", "🐕", "# no comment"));

    [Fact]
    public void EveryNameIsReadBack() => Gen.String[0, 20].Array[1, 8].Sample(names =>
    {
        // XML and file names hold no lone surrogates, UTF-8 neither.
        string[] classes = names.Select(name => "x" + new UTF8Encoding().GetString(Encoding.UTF8.GetBytes(name))).Distinct().ToArray();
        DiagnosticBag diagnostics = [];

        LabelMap? map = LabelMapReader.Read("a.pbtxt", LabelMapText.Write(ClassIds.Assign(classes)), UnknownFieldPolicy.Error, diagnostics);

        Assert.Empty(diagnostics);
        Assert.Equal(classes.Order(System.StringComparer.Ordinal), map!.Items.Select(item => item.Name));
        Assert.Equal(Enumerable.Range(1, classes.Length), map.Items.Select(item => item.Id));
    });

    [Theory]
    [InlineData("item {\n  id: 1\n  name: 'cat'\n}\nitem {\n  id: 2\n  name: 'dog'\n}\n", true)]
    [InlineData("item {\r\n  id: 1\r\n  name: 'cat'\r\n}\r\n", true)] // as version control may check it out
    [InlineData("item {\n  id: 1\n  name: 'c\rat'\n}\n", false)]
    [InlineData("item {\n  id: 5\n  name: '5'\n}\n", true)]
    [InlineData("item {\n  id: 1\n  name: '10'\n}\nitem {\n  id: 2\n  name: '5'\n}\n", true)] // names, be they numbers
    [InlineData("item {\n  id: 2\n  name: 'cat'\n}\nitem {\n  id: 1\n  name: 'dog'\n}\n", false)] // an order of somebody's own
    [InlineData("item {\n  id: 1\n  name: 'cat'  # ours\n}\n", false)]
    [InlineData("item {\n  id: 1\n  name: 'cat'\n  display_name: 'Cat'\n}\n", false)]
    [InlineData("item {\n  id: 3\n  name: 'cat'\n}\n", false)]
    [InlineData("<html/>", false)]
    public void OnlyGeneratedMapsMayBeReplaced(string text, bool expected) =>
        Assert.Equal(expected, LabelMapText.IsGenerated(Encoding.UTF8.GetBytes(text)));

    private static string Text(params IEnumerable<string> names) => Encoding.UTF8.GetString(LabelMapText.Write(ClassIds.Assign(names)));
}
