using System.Globalization;

namespace AnchorFit.Annotations.TfRecord;

/// <summary>Which record of a file, in the words of a diagnostic: a binary file has no lines.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Offset">Where it begins, in bytes from the file's start; after decompression where the file is compressed.</param>
/// <param name="IsDecompressed">The file is compressed.</param>
internal readonly record struct TfRecordPlace(int Number, long Offset, bool IsDecompressed)
{
    /// <summary>"record 12 (byte 34567)".</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, IsDecompressed ? "record {0} (byte {1} of the decompressed data)" : "record {0} (byte {1})", Number, Offset);
}
