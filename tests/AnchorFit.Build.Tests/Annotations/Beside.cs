using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using AnchorFit.Annotations;

namespace AnchorFit.Tests.Annotations;

/// <summary>Files beside the annotations, in memory; remembers which were looked for and which opened.</summary>
internal sealed class Beside
{
    private readonly Dictionary<string, Func<Stream>> _files = new(StringComparer.Ordinal);

    public List<string> Asked { get; } = [];

    public List<string> Opened { get; } = [];

    public ReadingOptions Options => new() { FindCompanion = Find };

    public Beside Add(string path, string content) => Add(path, Encoding.UTF8.GetBytes(content));

    public Beside Add(string path, byte[] content) => Add(path, () => new MemoryStream(content));

    public Beside Add(string path, Func<Stream> open)
    {
        _files[path] = open;
        return this;
    }

    public CompanionFile Find(string path)
    {
        Asked.Add(path);
        return _files.TryGetValue(path, out Func<Stream>? open)
            ? new CompanionFile(new Companion(path, "there"), () =>
            {
                Opened.Add(path);
                return open();
            })
            : new CompanionFile(new Companion(path, "absent"), null);
    }
}
