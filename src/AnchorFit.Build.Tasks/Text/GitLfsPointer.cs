using System;

namespace AnchorFit.Text;

/// <summary>
/// Tells the small text files that Git LFS leaves in place of files that were not fetched. Every pointer begins with
/// the address of its specification.
/// </summary>
internal static class GitLfsPointer
{
    /// <summary>What the file is and what to do, as a clause.</summary>
    public const string Clause = "it is a pointer of Git LFS instead of the file, which was not fetched; run 'git lfs pull'";

    /// <summary>The specification limits a pointer to less than this many bytes.</summary>
    private const int LongestPointer = 1024;

    /// <summary>The file is a pointer.</summary>
    /// <param name="firstBytes">All of the file, or at least its first 1024 bytes.</param>
    public static bool Is(ReadOnlySpan<byte> firstBytes) =>
        firstBytes.Length < LongestPointer
        && (firstBytes.StartsWith("version https://git-lfs.github.com/spec/"u8) || firstBytes.StartsWith("version https://hawser.github.com/spec/"u8));
}
