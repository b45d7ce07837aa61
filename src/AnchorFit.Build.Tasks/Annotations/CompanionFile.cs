using System;
using System.IO;

namespace AnchorFit.Annotations;

/// <summary>A file that was looked for beside the annotations.</summary>
/// <param name="Identity">Its path, and its state before it was opened.</param>
/// <param name="Open">Opens it; null where there is no such file. Throws I/O and access exceptions.</param>
internal readonly record struct CompanionFile(Companion Identity, Func<Stream>? Open);
