using System;
using System.Runtime.CompilerServices;
using System.Text;

namespace AnchorFit.Annotations;

/// <summary>
/// Class names by their bytes, so that the few names of a set are decoded once. A place holds one name; another with
/// the same hash takes it over, so the cache never grows.
/// </summary>
internal sealed class ClassNameCache
{
    private const int Places = 1024;

    private readonly (byte[] Bytes, string Name)[] _entries = new (byte[], string)[Places];

    /// <summary>The text of valid UTF-8 bytes, without surrounding white space.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public string Get(ReadOnlySpan<byte> bytes)
    {
        ref (byte[] Bytes, string Name) entry = ref _entries[Hash(bytes) % Places];
        if (entry.Bytes is null || !bytes.SequenceEqual(entry.Bytes))
        {
            byte[] copy = bytes.ToArray();
            entry = (copy, Encoding.UTF8.GetString(copy).Trim());
        }

        return entry.Name;
    }

    /// <summary>FNV-1a, 32 bits.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    private static uint Hash(ReadOnlySpan<byte> bytes)
    {
        uint hash = 2166136261;
        foreach (byte b in bytes)
        {
            hash = unchecked((hash ^ b) * 16777619);
        }

        return hash;
    }
}
