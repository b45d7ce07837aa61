using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Xml.Linq;
using AnchorFit.Diagnostics;
using AnchorFit.Run;
using AnchorFit.Tests.Support;
using Mono.Cecil;
using Xunit;

namespace AnchorFit.Tests.Rules;

/// <summary>The pages of Visual Studio, checked without it: a word that the build refuses, or an attribute that Visual Studio doesn't know, would be seen by users alone.</summary>
public class PropertyPageTests
{
    private const string ProjectPage = "build/Rules/AnchorFitPropertyPage.xaml";
    private const string FilePage = "build/Rules/AnchorAnnotations.xaml";

    [Theory]
    [InlineData(ProjectPage)]
    [InlineData(FilePage)]
    public void HaveOnlyWhatVisualStudioReads(string page)
    {
        string assembly = typeof(PropertyPageTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "XamlTypes").Value!;
        using ModuleDefinition known = ModuleDefinition.ReadModule(assembly);

        foreach (XElement element in XDocument.Parse(Repository.Read(page)).Descendants())
        {
            string[] name = element.Name.LocalName.Split('.');
            TypeDefinition? type = known.GetType("Microsoft.Build.Framework.XamlTypes." + name[0]);
            Assert.True(type is not null, $"{page}: there is no <{element.Name.LocalName}>");
            HashSet<string> properties = [.. Properties(type)];
            Assert.All(element.Attributes().Where(a => !a.IsNamespaceDeclaration).Select(a => a.Name.LocalName).Concat(name.Skip(1)), p => Assert.Contains(p, properties));
        }
    }

    [Fact]
    public void OfferOnlyValuesThatTheBuildAccepts()
    {
        int offered = 0;
        foreach (XElement property in Settings())
        {
            string name = property.Attribute("Name")!.Value;
            IEnumerable<string> values = property.Name.LocalName == "BoolProperty" ? ["true", "false"] : property.Elements().Where(e => e.Name.LocalName == "EnumValue").Select(e => e.Attribute("Name")!.Value);
            foreach (string value in values)
            {
                Assert.True(IsAccepted(name, value), $"{name} refuses '{value}'");
                Assert.False(IsAccepted(name, value + "x") && Array.IndexOf(ReadByTheTargetsAlone, name) < 0, $"{name} isn't checked");
                offered++;
            }
        }

        Assert.True(offered >= 19);
    }

    [Fact]
    public void NameTheDefaultThatTheBuildTakes()
    {
        foreach (XElement property in Settings().Where(p => p.Name.LocalName == "EnumProperty"))
        {
            string name = property.Attribute("Name")!.Value;
            string word = Assert.Single(property.Elements(), e => (string?)e.Attribute("IsDefault") == "true").Attribute("Name")!.Value;
            Assert.True(name == "AnchorFitUpToDateCheckMode" ? word == "Files" : Parse(name, "") == Parse(name, word), $"{name} is {word}");
        }
    }

    [Fact]
    public void HaveOnlyPropertiesThatTheTargetsRead()
    {
        string targets = string.Concat(Directory.GetFiles(Path.Combine(Repository.Root, "build"), "*.targets").Select(File.ReadAllText));

        Assert.All(Settings(), p => Assert.True(
            targets.Contains("$(" + p.Attribute("Name")!.Value + ")", StringComparison.Ordinal) || targets.Contains("$(" + p.Attribute("Name")!.Value + ".", StringComparison.Ordinal),
            p.ToString()));
    }

    [Fact]
    public void HaveACategoryForEveryProperty()
    {
        XElement[] elements = [.. XDocument.Parse(Repository.Read(ProjectPage)).Descendants()];
        string[] categories = [.. elements.Where(e => e.Name.LocalName == "Category").Select(e => e.Attribute("Name")!.Value)];

        Assert.All(Settings(), p => Assert.Contains(p.Attribute("Category")!.Value, categories));
        Assert.All(Settings(), p => Assert.False(string.IsNullOrWhiteSpace((string?)p.Attribute("DisplayName")) || string.IsNullOrWhiteSpace((string?)p.Attribute("Description"))));
    }

    [Fact]
    public void KeepAnnotationsOutOfVisualStudiosDefaultInputs() =>
        Assert.Equal("false", XDocument.Parse(Repository.Read(FilePage)).Descendants().Single(e => e.Name.LocalName == "ItemType").Attribute("UpToDateCheckInput")!.Value);

    // A condition of MSBuild compares them with one word; every other word means the default.
    private static readonly string[] ReadByTheTargetsAlone = ["AnchorFitEnabled", "AnchorFitWatchAnnotations"];

    private static IEnumerable<XElement> Settings() =>
        XDocument.Parse(Repository.Read(ProjectPage)).Descendants().Where(e => e.Name.LocalName is "BoolProperty" or "EnumProperty" or "StringProperty");

    private static bool IsAccepted(string property, string value)
    {
        var diagnostics = new DiagnosticBag();
        switch (property)
        {
            case "AnchorFitEnabled" or "AnchorFitWatchAnnotations":
                break;
            case "AnchorFitContentHash":
                SettingsParser.ParseSwitch(Raw(), property, value, diagnostics);
                break;
            case "AnchorAnnotationsFormat":
                SettingsParser.ParseAnnotationsFormat(Raw() with { AnnotationsFormat = value }, diagnostics);
                break;
            case "AnchorFitUpToDateCheckMode":
                SettingsParser.CheckUpToDateCheckMode(Raw(), value, diagnostics);
                break;
            default:
                SettingsParser.Parse(RawSettings.FromProperties("p.csproj", [new(property, value)]), diagnostics);
                break;
        }

        // A value may have no effect beside others' defaults, which is a warning.
        return !diagnostics.HasErrors;
    }

    private static FitSettings Parse(string property, string value) =>
        SettingsParser.Parse(RawSettings.FromProperties("p.csproj", [new(property, value)]), []);

    private static RawSettings Raw() => new() { ProjectFile = "p.csproj" };

    private static IEnumerable<string> Properties(TypeDefinition? type)
    {
        for (; type is not null; type = type.BaseType?.Resolve())
        {
            foreach (PropertyDefinition property in type.Properties)
            {
                yield return property.Name;
            }

            if (type.BaseType is null or { FullName: "System.Object" })
            {
                yield break;
            }
        }
    }
}
