using System.Globalization;
using System.IO;
using System.Text;

namespace AnchorFit.Benchmarks;

/// <summary>
/// Writes a COCO file of invented objects, as Python's json.dump writes one: one line, images first, each annotation
/// with a polygon of 4 to 40 corners. The same length gives the same bytes on every machine.
/// </summary>
internal sealed class CocoGenerator
{
    private const int BytesAnImage = 3_500;
    private const int Categories = 80;
    private const int Width = 640;
    private const int Height = 480;

    private readonly StringBuilder _text = new();
    private ulong _state = 20_140_501;

    /// <summary>Writes a file a little longer than wanted.</summary>
    public static void Write(string path, long length)
    {
        using StreamWriter writer = new(path, append: false, new UTF8Encoding(false), 1 << 20);
        new CocoGenerator().Write(writer, length);
    }

    private void Write(StreamWriter writer, long length)
    {
        long images = (length / BytesAnImage) + 1;
        writer.Write("{\"info\": {\"description\": \"Invented objects\", \"year\": 2024}, \"licenses\": [], \"images\": [");
        for (long i = 1; i <= images; i++)
        {
            writer.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"{(i == 1 ? "" : ", ")}{{\"license\": 1, \"file_name\": \"{i:000000000000}.jpg\", \"height\": {Height}, \"width\": {Width}, \"date_captured\": \"2013-11-14 17:02:52\", \"id\": {i}}}"));
        }

        writer.Write("], \"annotations\": [");
        for (long i = 1; i == 1 || writer.BaseStream.Position < length; i++)
        {
            AddAnnotation(i, 1 + (long)(Unit() * images));
            writer.Write(_text);
            _text.Clear();
        }

        writer.Write("], \"categories\": [");
        for (int i = 1; i <= Categories; i++)
        {
            writer.Write(string.Create(
                CultureInfo.InvariantCulture, $"{(i == 1 ? "" : ", ")}{{\"supercategory\": \"object\", \"id\": {i}, \"name\": \"object {i}\"}}"));
        }

        writer.Write("]}");
    }

    private void AddAnnotation(long id, long image)
    {
        double width = 4 + (Unit() * 300);
        double height = 4 + (Unit() * 200);
        double left = Unit() * (Width - width - 1);
        double top = Unit() * (Height - height - 1);
        int corners = 4 + (int)(Unit() * 37);
        _text.Append(CultureInfo.InvariantCulture, $"{(id == 1 ? "" : ", ")}{{\"segmentation\": [[");
        for (int i = 0; i < corners; i++)
        {
            _text.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "" : ", ")}{left + (Unit() * width):0.0#}, {top + (Unit() * height):0.0#}");
        }

        _text.Append(CultureInfo.InvariantCulture, $"]], \"area\": {width * height * 0.7:R}, \"iscrowd\": {(Unit() < 0.02 ? 1 : 0)}, \"image_id\": {image}, ");
        _text.Append(CultureInfo.InvariantCulture, $"\"bbox\": [{left:0.0#}, {top:0.0#}, {width:0.0#}, {height:0.0#}], \"category_id\": {1 + (int)(Unit() * Categories)}, \"id\": {id}}}");
    }

    /// <summary>SplitMix64, from 0 to below 1.</summary>
    private double Unit()
    {
        ulong z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }
}
