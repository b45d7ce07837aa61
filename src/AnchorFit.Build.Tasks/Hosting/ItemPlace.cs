using System;
using System.Collections.Generic;
using System.IO;
using System.Xml;
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

    private static List<Element> Read(string projectFile)
    {
        using var file = new FileStream(projectFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = XmlReader.Create(file, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        List<Element> elements = [];
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && string.Equals(reader.LocalName, ItemName, StringComparison.OrdinalIgnoreCase))
            {
                elements.Add(Read(reader));
            }
        }

        return elements;
    }

    private static Element Read(XmlReader reader)
    {
        // The column of an element is that of its name; editors count the bracket, too.
        var lines = (IXmlLineInfo)reader;
        var place = new LinePosition(lines.LineNumber, lines.LinePosition - 1);
        string[] includes = (reader.GetAttribute("Include") ?? string.Empty).Split(';');
        string? value = reader.GetAttribute("Value");
        if (value is null && !reader.IsEmptyElement)
        {
            using XmlReader inside = reader.ReadSubtree();
            value = inside.ReadToFollowing("Value") ? inside.ReadElementContentAsString() : null;
        }

        return new Element(place, Array.ConvertAll(includes, include => Uri.UnescapeDataString(include.Trim())), (value ?? string.Empty).Trim());
    }

    /// <param name="Includes">The paths that the element names, as written.</param>
    /// <param name="Value">Its metadata, as written.</param>
    private sealed record Element(LinePosition Place, string[] Includes, string Value);
}
