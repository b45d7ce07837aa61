using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using AnchorFit.Annotations.Reading;
using AnchorFit.PipelineConfig.BuiltIn;
using AnchorFit.Run;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Rules;

/// <summary>What the MSBuild Editor extension reads beside the targets: it must know what the build knows.</summary>
public sealed class BuildSchemaTests : IDisposable
{
    private readonly JsonDocument _schema = JsonDocument.Parse(Repository.Read("build/AnchorFit.Build.targets.buildschema.json"));

    [Fact]
    public void HasEveryOption() => Assert.Equal(OptionNames.Properties.Order(StringComparer.Ordinal), Members("properties").Select(p => p.Name));

    [Fact]
    public void HasEveryItemAndItsMetadata()
    {
        Assert.Equal(OptionNames.Items, Members("items").Select(p => p.Name));
        Assert.All(Members("items"), item => Assert.Equal(OptionNames.MetadataOf(item.Name), item.Value.GetProperty("metadata").EnumerateObject().Select(m => m.Name)));
    }

    [Fact]
    public void HasEveryTargetForPeople() =>
        Assert.All(Members("targets"), target => Assert.Contains($"<Target Name=\"{target.Name}\"", Repository.Read("build/AnchorFit.Build.Core.targets") + Repository.Read("build/AnchorFit.Build.targets"), StringComparison.Ordinal));

    [Fact]
    public void OffersValuesThatTheBuildAccepts()
    {
        int offered = 0;
        foreach (JsonProperty property in Members("properties"))
        {
            foreach (string value in Values(property.Value))
            {
                Assert.True(IsAccepted(property.Name, value), $"{property.Name} refuses '{value}'");
                offered++;
            }
        }

        Assert.True(offered > 60);
    }

    [Fact]
    public void KnowsEveryFormat()
    {
        IEnumerable<string> formats = AnnotationFormats.All.Select(format => format.ToString()!).Order(StringComparer.Ordinal);
        JsonElement metadata = _schema.RootElement.GetProperty("items").GetProperty("AnchorAnnotations").GetProperty("metadata").GetProperty("Format");

        Assert.Equal(formats, Values(Member("AnchorAnnotationsFormat")).Order(StringComparer.Ordinal));
        Assert.Equal(formats, Values(metadata).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void KnowsTheBuiltInConfigs() =>
        Assert.Equal(BuiltInConfigs.Names.Order(StringComparer.Ordinal), Values(Member("AnchorFitBaseConfig")).Where(v => v.StartsWith("builtin:", StringComparison.Ordinal)).Select(v => v["builtin:".Length..]).Distinct().Order(StringComparer.Ordinal));

    /// <summary>The extension drops a whole file for a member that it doesn't know.</summary>
    [Fact]
    public void HasOnlyMembersOfTheFormat()
    {
        Assert.Equal(["license", "properties", "items", "targets"], _schema.RootElement.EnumerateObject().Select(p => p.Name));
        string[] known = ["description", "type", "isList", "defaultValue"];
        IEnumerable<JsonProperty> described = Members("properties").Concat(Members("items").SelectMany(i => i.Value.GetProperty("metadata").EnumerateObject()));
        Assert.All(described, p => Assert.All(p.Value.EnumerateObject(), m => Assert.Contains(m.Name, known)));
        Assert.All(described, p => Assert.EndsWith(".", p.Value.GetProperty("description").GetString(), StringComparison.Ordinal));
        Assert.All(
            described.Where(p => p.Value.TryGetProperty("type", out JsonElement type) && type.ValueKind == JsonValueKind.String),
            p => Assert.Contains(p.Value.GetProperty("type").GetString(), (string[])["bool", "int", "file", "folder", "target-name"]));
    }

    public void Dispose() => _schema.Dispose();

    private JsonProperty[] Members(string name) => [.. _schema.RootElement.GetProperty(name).EnumerateObject()];

    private JsonElement Member(string property) => _schema.RootElement.GetProperty("properties").GetProperty(property);

    private static bool IsAccepted(string property, string value)
    {
        var settings = new FitSettings();
        return SettingTable.Find(property)!.Read(value, "p.csproj", ref settings) is null;
    }

    private static IEnumerable<string> Values(JsonElement property)
    {
        if (property.TryGetProperty("defaultValue", out JsonElement preset))
        {
            yield return preset.GetString()!;
        }

        if (property.TryGetProperty("type", out JsonElement type))
        {
            foreach (string value in type.ValueKind == JsonValueKind.Object ? type.GetProperty("values").EnumerateObject().Select(v => v.Name) : type.GetString() == "bool" ? ["true", "false"] : [])
            {
                yield return value;
            }
        }
    }
}
