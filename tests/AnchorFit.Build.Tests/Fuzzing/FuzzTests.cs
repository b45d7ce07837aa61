using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Xunit;

namespace AnchorFit.Tests.Fuzzing;

/// <summary>Every parser with inputs that nobody wrote. <c>fuzz.sh</c> beside this file tries as many as one likes, from another number on.</summary>
public class FuzzTests
{
    /// <summary>All of them, or those that are asked for.</summary>
    public static IEnumerable<TheoryDataRow<string>> Parsers => (Setting("ANCHORFIT_FUZZ_PARSERS")?.Split(' ') ?? FuzzTargets.All.Keys).Select(name => new TheoryDataRow<string>(name));

    [Theory]
    [MemberData(nameof(Parsers))]
    public void NothingThatIsReadBreaksItsReader(string parser)
    {
        FuzzTarget target = FuzzTargets.All[parser];
        ulong first = ulong.Parse(Setting("ANCHORFIT_FUZZ_FIRST") ?? "0", CultureInfo.InvariantCulture);
        long count = Setting("ANCHORFIT_FUZZ_INPUTS") is { } asked ? long.Parse(asked, CultureInfo.InvariantCulture) : target.Inputs;

        new FuzzRun(target, Setting("ANCHORFIT_FUZZ_INPUTS") is null ? null : line => Console.Error.WriteLine(parser + ": " + line)).Run(first, count);
    }

    private static string? Setting(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
