using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Xunit;

namespace AnchorFit.Tests.Fuzzing;

/// <summary>
/// Every parser with inputs that nobody wrote. By hand as many as one likes, from another number on:
/// <c>ANCHORFIT_FUZZ_INPUTS=10000000 ANCHORFIT_FUZZ_FIRST=1 dotnet AnchorFit.Build.Tests.dll -method '*FuzzTests*'</c>.
/// </summary>
public class FuzzTests
{
    public static IEnumerable<TheoryDataRow<string>> Parsers => FuzzTargets.All.Keys.Select(name => new TheoryDataRow<string>(name));

    [Theory]
    [MemberData(nameof(Parsers))]
    public void NothingThatIsReadBreaksItsReader(string parser)
    {
        FuzzTarget target = FuzzTargets.All[parser];
        ulong first = ulong.Parse(Setting("ANCHORFIT_FUZZ_FIRST") ?? "0", CultureInfo.InvariantCulture);
        long count = long.Parse(Setting("ANCHORFIT_FUZZ_INPUTS") ?? "0", CultureInfo.InvariantCulture);

        new FuzzRun(target).Run(first, count > 0 ? count : target.Inputs);

        TestContext.Current.TestOutputHelper?.WriteLine($"{parser}: {(count > 0 ? count : target.Inputs)} inputs from {first} on");
    }

    private static string? Setting(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
