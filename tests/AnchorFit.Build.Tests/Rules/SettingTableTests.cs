using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using AnchorFit.Run;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Rules;

/// <summary>
/// The table of settings, and what is held equal to it; ANCHORFIT_UPDATE_GOLDEN=1 writes README's rows, the lists of the
/// targets and the property page.
/// </summary>
public class SettingTableTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("build/AnchorFit.Build.Core.targets")]
    [InlineData("build/Rules/AnchorFitPropertyPage.xaml")]
    public void WhatFollowsFromTheTableIsAsItSays(string file)
    {
        string text = Repository.Read(file).ReplaceLineEndings("\n");
        string expected = file switch
        {
            "README.md" => SettingTexts.Readme(text),
            "build/AnchorFit.Build.Core.targets" => SettingTexts.Targets(text),
            _ => SettingTexts.Page(),
        };
        if (Environment.GetEnvironmentVariable("ANCHORFIT_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(Path.Combine(Repository.Root, file), expected);
        }

        Assert.Equal(expected, Repository.Read(file).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void ADefaultIsWhatNothingGives()
    {
        int compared = 0;
        foreach (Setting setting in SettingTable.All.Where(setting => Regex.IsMatch(setting.Default, "^`[^`]*`(?! below)", RegexOptions.None, TimeSpan.FromSeconds(1))))
        {
            // The target counts beside an automatic number alone.
            RawSettings raw = new RawSettings { ProjectFile = "p.csproj" }.With(setting == SettingTable.TargetIoU ? [("AnchorFitAspectRatioCount", "auto")] : []);
            string word = setting.Default.Split('`')[1];
            FitSettings given = raw.With((setting.Name, word)).Values with { DrawnAnchorsDecideCount = raw.Values.DrawnAnchorsDecideCount };

            Assert.Equal(raw.Values, given);
            Assert.Null(raw.With((setting.Name, word)).FaultOf(setting));
            compared++;
        }

        Assert.True(compared >= 20);
    }

    [Fact]
    public void EveryAcceptedWordIsReadAndIsTold()
    {
        foreach (Setting setting in SettingTable.All.Where(setting => setting.Words.Length > 0))
        {
            foreach ((string word, string title) in setting.Words.Where(word => word.Word.Length > 0))
            {
                Assert.Null(Raw(setting, word).FaultOf(setting));
                Assert.NotNull(Raw(setting, word + "x").FaultOf(setting));
                Assert.NotEmpty(title);
                Assert.True(IsSwitch(setting) || setting.Meaning.Contains($"`{word}`", StringComparison.Ordinal) || setting.Default == $"`{word}`", $"{setting.Name}: {word}");
            }
        }
    }

    [Fact]
    public void EachSettingIsReadOnce()
    {
        RawSettings raw = Raw(SettingTable.IncludeClasses, "cat");

        Assert.Same(raw.Values, raw.Values);
        Assert.Same(Raw(SettingTable.Budget, "x") is var wrong ? wrong.FaultOf(SettingTable.Budget) : null, wrong.FaultOf(SettingTable.Budget));
    }

    [Fact]
    public void TheSamplesRunEveryTaskOfThePackageInAProcessOfItsOwn()
    {
        static string[] Tasks(string file) =>
            [.. Regex.Matches(Repository.Read(file), "<UsingTask TaskName=\"[\\w.]+\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Value)];

        Assert.Equal(Tasks("build/AnchorFit.Build.Core.targets"), Tasks("samples/Directory.Build.targets"));
        Assert.DoesNotContain("TaskHostFactory", Repository.Read("build/AnchorFit.Build.Core.targets"), StringComparison.Ordinal);
    }

    private static bool IsSwitch(Setting setting) => setting.Words.Length == 2 && setting.Words[0].Word == "true";

    private static RawSettings Raw(Setting setting, string value) => new RawSettings { ProjectFile = "p.csproj" }.With((setting.Name, value));
}
