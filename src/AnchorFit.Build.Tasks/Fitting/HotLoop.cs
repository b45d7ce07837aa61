using System.Runtime.CompilerServices;

namespace AnchorFit.Fitting;

/// <summary>
/// For methods with loops over all ratios: a build node runs them once, in code that the runtime would otherwise compile
/// without optimisation first. (.NET Framework knows no such tiers and ignores the flag.)
/// </summary>
internal static class HotLoop
{
    /// <summary>MethodImplOptions.AggressiveOptimization, which .NET Standard 2.0 has no name for.</summary>
    public const MethodImplOptions OptimizeAtOnce = (MethodImplOptions)512;
}
