using System;
using System.IO;
using System.Text;

namespace AnchorFit.Hosting;

/// <summary>
/// A snapshot in a cache file, read at once: its identity and its lines are of the same build, whatever another build
/// writes meanwhile.
/// </summary>
internal sealed class SavedSnapshot
{
    private const string Header = "anchorfit-inputs 3\n";
    private const int IdentityLength = 2 * Digest.ByteCount;
    private static readonly int s_start = Header.Length + IdentityLength + 1;

    private readonly byte[] _content;

    private SavedSnapshot(byte[] content) => _content = content;

    /// <summary>Names the snapshot: SHA-256 of its lines.</summary>
    public string Identity => Encoding.UTF8.GetString(_content, Header.Length, IdentityLength);

    /// <summary>The lines as bytes.</summary>
    public ReadOnlySpan<byte> Lines => _content.AsSpan(s_start);

    /// <summary>The bytes of a cache file for these lines.</summary>
    public static byte[] Write(byte[] lines)
    {
        var content = new ByteWriter();
        content.WriteCharacters(Header + Digest.Of(lines) + "\n");
        content.WriteBytes(lines);
        return content.Written.ToArray();
    }

    /// <summary>The snapshot in the file; null when there is none that can be read, or it isn't one of this version.</summary>
    public static SavedSnapshot? TryLoad(string cacheFile)
    {
        try
        {
            byte[] content = File.Exists(cacheFile) ? File.ReadAllBytes(cacheFile) : [];
            return content.Length >= s_start && content[s_start - 1] == '\n' && content.AsSpan().StartsWith(Encoding.UTF8.GetBytes(Header))
                ? new SavedSnapshot(content)
                : null;
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            return null;
        }
    }

    /// <summary>The lines, taken apart.</summary>
    public InputListing Parse() => InputListing.Parse(Encoding.UTF8.GetString(_content, s_start, _content.Length - s_start));
}
