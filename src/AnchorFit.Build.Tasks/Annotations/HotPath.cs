using System.Runtime.CompilerServices;

namespace AnchorFit.Annotations;

/// <summary>
/// For what a build does once for every annotation: it is over before the runtime gets round to optimising it. (.NET
/// Framework knows no such tiers and ignores the flag.)
/// </summary>
internal static class HotPath
{
    /// <summary>MethodImplOptions.AggressiveOptimization, which .NET Standard 2.0 has no name for.</summary>
    public const MethodImplOptions OptimizeAtOnce = (MethodImplOptions)512;
}
