using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Architecture;

/// <summary>Pages for newcomers name files: each is there, in the folder that the page says.</summary>
public class ArchitecturePageTests
{
    [Theory]
    [InlineData("docs/architecture.md")]
    [InlineData("CONTRIBUTING.md")]
    public void EveryFileThatAPageNamesIsThere(string page)
    {
        string[] there = [.. new[] { "src", "tests", "build" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*", SearchOption.AllDirectories))
            .Select(file => "/" + Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))];
        IReadOnlyList<string> named = [.. Regex.Matches(Repository.Read(page), "(?<=`)[\\w./]+\\.(?:cs|targets|xaml)(?=`)", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Value)];

        Assert.True(named.Count > 8);
        Assert.All(named, name => Assert.Contains(there, file => file.EndsWith("/" + name, StringComparison.Ordinal)));
    }

    [Fact]
    public void EveryRoomIsOnThePage()
    {
        string page = Repository.Read("docs/architecture.md");
        IEnumerable<string> rooms = Directory.GetDirectories(Path.Combine(Repository.Root, "src/AnchorFit.Build.Tasks")).Select(folder => Path.GetFileName(folder));

        Assert.All(rooms.Except(["bin", "obj", "Protos"]), room => Assert.Contains("`" + room + "`", page, StringComparison.Ordinal));
    }
}
