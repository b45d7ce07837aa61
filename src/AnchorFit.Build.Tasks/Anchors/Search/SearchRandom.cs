namespace AnchorFit.Anchors.Search;

/// <summary>
/// Numbers that look random and are the same everywhere. Each place of a search has its own, so no thread's pace counts.
/// </summary>
/// <remarks>SplitMix64: G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators" (OOPSLA 2014).</remarks>
internal struct SearchRandom
{
    private ulong _state;

    /// <param name="stream">Whose numbers.</param>
    /// <param name="generation">Of which round.</param>
    /// <param name="index">For which candidate of it.</param>
    public SearchRandom(int stream, int generation, int index) =>
        _state = Mix(Mix(Mix((ulong)stream + 1) + (ulong)generation) + (ulong)index);

    /// <summary>From 0 to below 1.</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>From <paramref name="low"/> to below <paramref name="high"/>.</summary>
    public double Between(double low, double high) => low + ((high - low) * NextDouble());

    /// <summary>From 0 to below <paramref name="bound"/>.</summary>
    public int Below(int bound) => (int)(NextDouble() * bound);

    private ulong Next() => Mix(_state += 0x9E3779B97F4A7C15);

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
