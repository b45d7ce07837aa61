using System.Collections.Generic;
using System.Linq;
using AnchorFit.Run;
using Xunit;

namespace AnchorFit.Tests.Run;

public class ClassWeightsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" ; ", "")]
    [InlineData("cat=3", "cat 3")]
    [InlineData("cat=3;dog=0.5;", "cat 3, dog 0.5")]
    [InlineData(" big cat = 2 ;\n a=b = 4", "big cat 2, a=b 4")]
    [InlineData("\"a;b\"=2;\"say \"\"c\"\"\"=3", "a;b 2, say \"c\" 3")]
    public void ReadsNamesAndWeights(string text, string expected)
    {
        ClassWeights weights = ClassWeights.Parse(text)!;
        string[] numbered = [.. weights.Names.Reverse(), "other"];
        IReadOnlyDictionary<int, double> byNumber = weights.ByNumber(numbered);

        Assert.Equal(
            expected.Split(", ", System.StringSplitOptions.RemoveEmptyEntries).Order(System.StringComparer.Ordinal),
            byNumber.Select(entry => System.FormattableString.Invariant($"{numbered[entry.Key]} {entry.Value}")).Order(System.StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("cat")]
    [InlineData("=3")]
    [InlineData("cat=")]
    [InlineData("cat=0")]
    [InlineData("cat=-1")]
    [InlineData("cat=NaN")]
    [InlineData("cat=1,5")]
    [InlineData("cat=1e9")]
    [InlineData("cat=10000000")]
    [InlineData("cat=1;cat=2")]
    [InlineData("\"cat=1")]
    public void RefusesTheRest(string text) => Assert.Null(ClassWeights.Parse(text));
}
