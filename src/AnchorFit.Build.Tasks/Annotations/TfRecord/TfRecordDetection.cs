using System;
using System.IO;

namespace AnchorFit.Annotations.TfRecord;

/// <summary>Tells record files from others.</summary>
internal static class TfRecordDetection
{
    /// <summary>
    /// The file begins with the header of a record, whose checksum no other file has by chance, plain or compressed;
    /// or at least it is named like a record file.
    /// </summary>
    /// <param name="firstBytes">Some KiB of the file, or all of it.</param>
    public static bool LooksLikeTfRecord(ReadOnlySpan<byte> firstBytes, string path) =>
        TfRecordName.HasExtension(path) || TfRecordFrames.IsHeader(firstBytes) || HasCompressedHeader(firstBytes);

    private static bool HasCompressedHeader(ReadOnlySpan<byte> firstBytes)
    {
        using var compressed = new MemoryStream(firstBytes.ToArray());
        using Stream? records = TfRecordCompression.Open(firstBytes, compressed);
        byte[] header = new byte[TfRecordFrames.HeaderLength];
        int length = 0;
        try
        {
            int read = 1;
            while (records is not null && read > 0 && length < header.Length)
            {
                read = records.Read(header, length, header.Length - length);
                length += read;
            }
        }
        catch (InvalidDataException)
        {
            return false;
        }

        return length == header.Length && TfRecordFrames.IsHeader(header);
    }
}
