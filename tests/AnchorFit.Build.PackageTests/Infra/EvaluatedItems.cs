using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace AnchorFit.PackageTests.Infra;

/// <summary>What MSBuild answers when it is asked for the items of a project.</summary>
internal sealed class EvaluatedItems
{
    private readonly JsonElement _answer;

    private EvaluatedItems(JsonElement answer) => _answer = answer;

    /// <summary>The items of the given types, evaluated; after targets where <paramref name="arguments"/> name any.</summary>
    public static EvaluatedItems Of(TrainingProject project, string types, params string[] arguments) =>
        new(Ask(project, ["-getItem:" + types + ",_", .. arguments]).GetProperty("Items"));

    /// <summary>What a target returns.</summary>
    public static IReadOnlyList<JsonElement> OfTarget(TrainingProject project, string target, params string[] arguments) =>
        [.. Ask(project, ["-getTargetResult:" + target, .. arguments]).GetProperty("TargetResults").GetProperty(target).GetProperty("Items").EnumerateArray()];

    /// <summary>The metadata <paramref name="name"/> of each item of the type, in order; empty where it isn't set.</summary>
    public IReadOnlyList<string> Metadata(string type, string name) =>
        [.. _answer.GetProperty(type).EnumerateArray().Select(i => i.TryGetProperty(name, out JsonElement value) ? value.GetString()! : string.Empty)];

    /// <summary>The items as written, with forward slashes; those below the project's folder from there.</summary>
    public IReadOnlyList<string> Paths(TrainingProject project, string type) =>
        [.. Metadata(type, "Identity").Select(p => p.Replace('\\', '/').Replace(project.Folder.Replace('\\', '/'), "~", StringComparison.Ordinal))];

    private static JsonElement Ask(TrainingProject project, string[] arguments)
    {
        (int exitCode, string output) = DotNet.Run(project.Folder, project.Environment, ["msbuild", .. arguments, "-nr:false"]);
        return exitCode == 0
            ? JsonDocument.Parse(output).RootElement
            : throw new InvalidOperationException("dotnet msbuild failed:\n" + output);
    }
}
