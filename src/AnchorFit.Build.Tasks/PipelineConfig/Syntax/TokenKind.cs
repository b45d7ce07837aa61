namespace AnchorFit.PipelineConfig.Syntax;

/// <summary>The tokens of the protobuf text format; white space and comments are tokens too, so that the stream covers the file.</summary>
internal enum TokenKind
{
    EndOfFile,
    ByteOrderMark,
    Whitespace,
    Comment,
    Identifier,
    Number,
    String,
    Colon,
    Comma,
    Semicolon,
    Minus,
    Plus,
    Dot,
    Slash,
    LeftBrace,
    RightBrace,
    LeftAngle,
    RightAngle,
    LeftBracket,
    RightBracket,

    /// <summary>Brackets that the format doesn't have, but people write.</summary>
    LeftParenthesis,
    RightParenthesis,

    /// <summary>A path with a drive, or an address, without its quotes: <c>D:/data/train.record</c>, <c>gs://bucket/x</c>.</summary>
    BarePath,

    /// <summary>Characters that belong to no token.</summary>
    Unknown,
}
