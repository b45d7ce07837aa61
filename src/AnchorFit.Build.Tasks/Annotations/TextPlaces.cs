using System;
using System.IO;
using AnchorFit.Text;

namespace AnchorFit.Annotations;

/// <summary>Brings places that another reader counted into the text of their file.</summary>
internal static class TextPlaces
{
    private const int BufferLength = 64 << 10;

    /// <summary>The place in the file that is nearest to one that may lie behind a line or the file; line 1 where there is none. Wide encodings are left alone.</summary>
    /// <param name="open">Opens the file, which is read up to the place.</param>
    public static LinePosition Nearest(Func<Stream> open, LinePosition place)
    {
        if (place.Line < 1)
        {
            return new LinePosition(1, 1);
        }

        try
        {
            using Stream stream = open();
            return Nearest(stream, place);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return place;
        }
    }

    private static LinePosition Nearest(Stream stream, LinePosition place)
    {
        byte[] buffer = new byte[BufferLength];
        int line = 1;
        int column = 1;
        bool afterReturn = false;
        for (int length; line <= place.Line && (length = stream.Read(buffer, 0, BufferLength)) > 0;)
        {
            for (int i = 0; i < length; i++)
            {
                byte b = buffer[i];
                if (b == 0)
                {
                    return place;
                }

                bool isEnd = b is (byte)'\r' || (b == '\n' && !afterReturn);
                if (isEnd && line == place.Line)
                {
                    return new LinePosition(line, Math.Min(place.Column, column));
                }

                // Of a character the first byte counts, and of four bytes the second too.
                column = b is (byte)'\r' or (byte)'\n' ? 1 : column + ((b & 0xC0) == 0x80 ? 0 : b >= 0xF0 ? 2 : 1);
                line += isEnd ? 1 : 0;
                afterReturn = b == '\r';
            }
        }

        return line < place.Line ? new LinePosition(line, column) : new LinePosition(line, Math.Min(place.Column, column));
    }
}
