using System.Linq;

namespace AnchorFit.Tests.Support;

/// <summary>Writes small PASCAL VOC files of a 400×300 image.</summary>
internal static class Voc
{
    public static string Xml(string name, params (int Width, int Height)[] boxes) => Wrap(boxes.Select(b => Object(name, b.Width, b.Height)).ToArray());

    public static string Wrap(params string[] objects) =>
        $"<annotation><size><width>400</width><height>300</height></size>{string.Concat(objects)}</annotation>";

    public static string Object(string name, int width, int height, string extra = "") =>
        $"<object><name>{name}</name>{extra}<bndbox><xmin>1</xmin><ymin>2</ymin><xmax>{1 + width}</xmax><ymax>{2 + height}</ymax></bndbox></object>";
}
