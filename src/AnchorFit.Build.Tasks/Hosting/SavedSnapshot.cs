using System;
using System.Text;

namespace AnchorFit.Hosting;

/// <summary>
/// A snapshot in a cache file, read at once: its identity and its lines are of the same build, whatever another build
/// writes meanwhile.
/// </summary>
internal sealed class SavedSnapshot
{
    private const string Header = "anchorfit-inputs 4";

    private readonly KeptFile _file;

    private SavedSnapshot(KeptFile file) => _file = file;

    /// <summary>Names the snapshot: SHA-256 of its lines.</summary>
    public string Identity => _file.Digest;

    /// <summary>The lines as bytes.</summary>
    public ReadOnlySpan<byte> Lines => _file.Bytes.AsSpan(_file.Start);

    /// <summary>The bytes of a cache file for these lines.</summary>
    public static byte[] Write(ByteWriter lines) => KeptFile.Write(Header, lines);

    /// <summary>The snapshot in the file; null when there is none, or it is damaged or not one of this version.</summary>
    public static SavedSnapshot? TryLoad(string cacheFile) => KeptFile.TryRead(cacheFile, Header) is { } file ? new SavedSnapshot(file) : null;

    /// <summary>The lines, taken apart.</summary>
    public InputListing Parse() => InputListing.Parse(Encoding.UTF8.GetString(_file.Bytes, _file.Start, _file.Bytes.Length - _file.Start));
}
