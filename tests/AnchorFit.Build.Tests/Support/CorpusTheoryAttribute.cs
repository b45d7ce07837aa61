using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace AnchorFit.Tests.Support;

/// <summary>A theory about the corpus: no test where there is none, which <see cref="CorpusTests"/> tells.</summary>
[XunitTestCaseDiscoverer(typeof(Discoverer))]
[System.AttributeUsage(System.AttributeTargets.Method)]
public sealed class CorpusTheoryAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1) : TheoryAttribute(file, line)
{
    private sealed class Discoverer : TheoryDiscoverer
    {
        public override ValueTask<IReadOnlyCollection<IXunitTestCase>> Discover(
            ITestFrameworkDiscoveryOptions discoveryOptions, IXunitTestMethod testMethod, IFactAttribute factAttribute) =>
            Corpus.Directory is null ? new([]) : base.Discover(discoveryOptions, testMethod, factAttribute);
    }
}
