namespace AnchorFit.Annotations.Reading;

/// <summary>Is told how far a read is, on any thread; it decides nothing.</summary>
internal interface IReadingProgress
{
    /// <summary>The read begins.</summary>
    void Begin(int fileCount);

    /// <summary>So many boxes more were read, of a file that isn't finished.</summary>
    void BoxesRead(int boxes);

    /// <summary>One more file was read.</summary>
    /// <param name="boxes">Its boxes, but for those already told.</param>
    void FileRead(int boxes);
}
