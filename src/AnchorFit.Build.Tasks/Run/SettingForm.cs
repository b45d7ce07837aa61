using System;
using System.Diagnostics.CodeAnalysis;
using AnchorFit.Diagnostics;

namespace AnchorFit.Run;

/// <summary>Reads a setting's text; false where it isn't accepted.</summary>
internal delegate bool SettingReader<T>(string text, string projectFile, [MaybeNullWhen(false)] out T value);

/// <summary>How a setting's value is written.</summary>
/// <param name="Accepted">For a message: which texts are.</param>
/// <param name="TryRead">Reads one.</param>
internal sealed record SettingForm<T>(string Accepted, SettingReader<T> TryRead)
{
    /// <summary>The words, where nothing else is accepted, and what the property page calls them.</summary>
    public (string Word, string Title)[] Words { get; init; } = [];

    /// <summary>A diagnostic of its own for a text that isn't accepted, by the project's file and the text.</summary>
    public Func<string, string, Diagnostic>? Refuse { get; init; }
}
