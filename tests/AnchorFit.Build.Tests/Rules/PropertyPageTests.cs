using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Xml.Linq;
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

    private static IEnumerable<XElement> Settings() =>
        XDocument.Parse(Repository.Read(ProjectPage)).Descendants().Where(e => e.Name.LocalName is "BoolProperty" or "EnumProperty" or "StringProperty");

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
