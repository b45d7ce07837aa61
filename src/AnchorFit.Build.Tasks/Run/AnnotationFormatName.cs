using System;
using AnchorFit.Annotations;

namespace AnchorFit.Run;

/// <summary>The formats by the names that a project writes.</summary>
internal static class AnnotationFormatName
{
    /// <summary>All of them, for messages.</summary>
    public static string Accepted { get; } = string.Join(", ", Enum.GetNames(typeof(AnnotationFormat)));

    /// <summary>In any case; numbers are no names.</summary>
    public static bool TryParse(string text, out AnnotationFormat format) =>
        Enum.TryParse(text, ignoreCase: true, out format) && Array.Exists(Enum.GetNames(typeof(AnnotationFormat)), name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase));
}
