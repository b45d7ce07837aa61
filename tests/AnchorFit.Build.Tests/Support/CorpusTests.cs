using System;
using System.Linq;
using System.Reflection;
using Xunit;

namespace AnchorFit.Tests.Support;

/// <summary>Speaks for the tests that need the corpus where there is none: in one line, not in one each.</summary>
public sealed class CorpusTests
{
    [Fact]
    public void TestsThatNeedItRun()
    {
        int count = typeof(CorpusTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Count(method => method.GetCustomAttributes().Any(a => a is CorpusFactAttribute or CorpusTheoryAttribute));

        Assert.SkipWhen(Corpus.Directory is null, FormattableString.Invariant($"The corpus is absent, so {count} test methods that need it did not run: set ANCHORFIT_CORPUS to its folder."));
        Assert.NotEqual(0, count);
    }
}
