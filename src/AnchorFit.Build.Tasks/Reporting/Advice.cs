namespace AnchorFit.Reporting;

/// <summary>Something to do better, in one line.</summary>
/// <param name="Id">What it is about, for programs: words with underscores, listed in docs/guides/choosing-k.md.</param>
/// <param name="Text">For people: what is the case, and what to do. Free of control characters.</param>
internal sealed record Advice(string Id, string Text);
