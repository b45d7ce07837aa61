using System.Globalization;
using System.Text;

namespace AnchorFit.PackageTests.Infra;

/// <summary>Writes small PASCAL VOC files.</summary>
internal static class Voc
{
    /// <summary>A 400×300 image with one object of class <paramref name="name"/> for every box of the given width and height.</summary>
    public static string Xml(string name, params (int Width, int Height)[] boxes)
    {
        var xml = new StringBuilder("<annotation>\n  <size><width>400</width><height>300</height><depth>3</depth></size>\n");
        foreach ((int width, int height) in boxes)
        {
            xml.Append(CultureInfo.InvariantCulture, $"""
                  <object>
                    <name>{name}</name>
                    <bndbox><xmin>10</xmin><ymin>20</ymin><xmax>{10 + width}</xmax><ymax>{20 + height}</ymax></bndbox>
                  </object>

                """);
        }

        return xml.Append("</annotation>\n").ToString();
    }
}
