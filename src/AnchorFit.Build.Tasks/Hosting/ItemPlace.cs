using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml;
using AnchorFit.Diagnostics;
using AnchorFit.Text;

namespace AnchorFit.Hosting;

/// <summary>
/// Finds the line of a <c>PipelineConfigOverride</c> in the project file that defines it. MSBuild tells tasks the file,
/// not the line, so the file is read again; where properties or conditions make it unclear which element the item came
/// from, only the file is known.
/// </summary>
internal static class ItemPlace
{
    private const string ItemName = "PipelineConfigOverride";

    /// <summary>The place of the one element with the item's path (and value, where several have the path); none when there isn't just one.</summary>
    public static LinePosition Find(string projectFile, string path, string value)
    {
        try
        {
            List<Element> elements = Read(projectFile).FindAll(element => Array.Exists(element.Includes, include => include == path));
            List<Element> same = elements.FindAll(element => element.Value == value.Trim());
            return elements.Count == 1 ? elements[0].Place : same.Count == 1 ? same[0].Place : LinePosition.None;
        }
        catch (Exception exception) when (exception is XmlException || DiskFault.Is(exception))
        {
            return LinePosition.None;
        }
    }

    /// <summary>
    /// The overrides of a project file whose path has a wildcard: as written, with their places, and whether a condition
    /// may leave them out. MSBuild makes files or nothing of them, so tasks can't see them.
    /// </summary>
    public static IReadOnlyList<(string Pattern, LinePosition Place, bool IsConditional)> FindWildcards(string projectFile)
    {
        try
        {
            // Every build asks, and most projects have no override.
            return File.ReadAllText(projectFile).IndexOf(ItemName, StringComparison.OrdinalIgnoreCase) < 0
                ? []
                : [.. Read(projectFile).SelectMany(element => element.Written.Where(HasWildcard).Select(include => (include, element.Place, element.IsConditional)))];
        }
        catch (Exception exception) when (exception is XmlException || DiskFault.Is(exception))
        {
            return [];
        }
    }

    // What properties and items hold isn't known here.
    private static bool HasWildcard(string include) =>
        include.IndexOfAny(['*', '?']) >= 0 && include.IndexOf("$(", StringComparison.Ordinal) < 0 && include.IndexOf("@(", StringComparison.Ordinal) < 0;

    private static List<Element> Read(string projectFile)
    {
        using XmlReader reader = ProjectXml.Open(projectFile);
        List<Element> elements = [];
        var conditions = new Stack<int>();
        while (reader.Read())
        {
            while (conditions.Count > 0 && conditions.Peek() >= reader.Depth)
            {
                conditions.Pop();
            }

            bool isConditional = conditions.Count > 0 || reader.GetAttribute("Condition") is not null || IsPart(reader.LocalName);
            if (reader.NodeType == XmlNodeType.Element && string.Equals(reader.LocalName, ItemName, StringComparison.OrdinalIgnoreCase))
            {
                elements.Add(Read(reader) with { IsConditional = isConditional });
            }
            else if (reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement && isConditional)
            {
                conditions.Push(reader.Depth);
            }
        }

        return elements;
    }

    // What stands in a target or a choice isn't sure to be done either.
    private static bool IsPart(string element) => element is "Target" or "When" or "Otherwise";

    private static Element Read(XmlReader reader)
    {
        LinePosition place = ProjectXml.Place(reader, string.Empty).Position;
        string[] includes = Array.ConvertAll((reader.GetAttribute("Include") ?? string.Empty).Split(';'), include => include.Trim());
        string? value = reader.GetAttribute("Value");
        if (value is null && !reader.IsEmptyElement)
        {
            using XmlReader inside = reader.ReadSubtree();
            value = inside.ReadToFollowing("Value") ? inside.ReadElementContentAsString() : null;
        }

        return new Element(place, includes, Array.ConvertAll(includes, Uri.UnescapeDataString), (value ?? string.Empty).Trim());
    }

    /// <param name="Written">The paths that the element names, as written.</param>
    /// <param name="Includes">The same without MSBuild's escapes.</param>
    /// <param name="Value">Its metadata, as written.</param>
    private sealed record Element(LinePosition Place, string[] Written, string[] Includes, string Value)
    {
        /// <summary>A condition on it or around it may leave it out.</summary>
        public bool IsConditional { get; init; }
    }
}
