namespace AnchorFit.Hosting;

/// <summary>What became of a file that was to be written.</summary>
/// <param name="IsNew">It was written; else it had the content already.</param>
/// <param name="State">Its size and time with that content, whatever another process wrote since.</param>
internal readonly record struct WrittenFile(bool IsNew, FileState State);
