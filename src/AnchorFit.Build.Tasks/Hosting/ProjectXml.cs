using System.IO;
using System.Xml;
using AnchorFit.Text;

namespace AnchorFit.Hosting;

/// <summary>Reads project files as text of a person, not as MSBuild evaluates them.</summary>
internal static class ProjectXml
{
    /// <summary>A reader without DTD and resolver, which owns the file.</summary>
    /// <exception cref="IOException">The disk.</exception>
    public static XmlReader Open(string file) => XmlReader.Create(
        new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete),
        new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true });

    /// <summary>Where the element or attribute begins. The column of an element is that of its name; editors count the bracket, too.</summary>
    public static FilePlace Place(XmlReader reader, string file)
    {
        var lines = (IXmlLineInfo)reader;
        return new FilePlace(file, new LinePosition(lines.LineNumber, lines.LinePosition - (reader.NodeType == XmlNodeType.Element ? 1 : 0)));
    }
}
