using System;
using System.Collections.Generic;
using AnchorFit.Diagnostics;

namespace AnchorFit.Tests.Fuzzing;

/// <summary>A parser, and what its inputs are made of.</summary>
/// <param name="Seeds">Good inputs, small and of every kind.</param>
/// <param name="Tokens">What is put into them: the words of the format, and what breaks it.</param>
/// <param name="Read">Reads an input; throws where it broke a promise.</param>
internal sealed record FuzzTarget(byte[][] Seeds, byte[][] Tokens, Func<byte[], IEnumerable<Diagnostic>> Read)
{
    /// <summary>The path of the input; diagnostics about other files say nothing of it.</summary>
    public string Path { get; init; } = "input";

    /// <summary>Places are lines and columns of a text; else they count records.</summary>
    public bool IsText { get; init; } = true;

    /// <summary>How many inputs a test run tries: about a second.</summary>
    public int Inputs { get; init; } = 20_000;
}
