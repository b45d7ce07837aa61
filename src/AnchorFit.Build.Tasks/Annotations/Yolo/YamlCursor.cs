namespace AnchorFit.Annotations.Yolo;

/// <summary>A place in a YAML file, and the ways it moves.</summary>
internal sealed class YamlCursor(string text)
{
    private int _at = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;

    /// <summary>The offset; behind the last line it is behind the text.</summary>
    public int At => _at;

    public bool IsAtEnd => _at >= text.Length;

    /// <summary>The line has nothing more than a comment.</summary>
    public bool IsAtLineEnd =>
        YamlScalars.IsLineEnd(text, _at) || (text[_at] == '#' && (_at == 0 || YamlScalars.IsBlankAt(text, _at - 1)));

    public bool IsAtLineStart => _at <= 1 || IsAtEnd || text[_at - 1] is '\n' or '\r';

    /// <summary>The sign here; none at the end.</summary>
    public char Sign => IsAtEnd ? '\0' : text[_at];

    /// <summary>A blank or the end of the line follows the sign here.</summary>
    public bool IsAlone => YamlScalars.IsBlankAt(text, _at + 1);

    public void MoveTo(int at) => _at = at;

    public void SkipSign() => _at++;

    public void SkipBlanks()
    {
        while (Sign is ' ' or '\t')
        {
            _at++;
        }
    }

    /// <summary>Moves over blanks, comments and ends of lines.</summary>
    public void SkipSpace()
    {
        SkipBlanks();
        while (!IsAtEnd && IsAtLineEnd)
        {
            SkipLine();
            SkipBlanks();
        }
    }

    /// <summary>Moves to the next line.</summary>
    public void SkipLine()
    {
        while (!YamlScalars.IsLineEnd(text, _at))
        {
            _at++;
        }

        _at += Sign == '\r' && _at + 1 < text.Length && text[_at + 1] == '\n' ? 2 : 1;
    }

    /// <summary>Reads the text here and moves behind it. What is wrong, or an empty text.</summary>
    public string Read(bool inFlow, out YamlScalar scalar) => YamlScalars.Read(text, ref _at, inFlow, out scalar);

    /// <summary>The part of the line before this place has a tab.</summary>
    public bool HasTabSince(int lineStart) => text.IndexOf('\t', lineStart, _at - lineStart) >= 0;
}
