using AnchorFit.Diagnostics;
using AnchorFit.Text;

namespace AnchorFit.PipelineConfig.Syntax;

/// <summary>Checks that single commas stand between a list's items, and nowhere else. One report a list.</summary>
internal sealed class ListSeparators(SourceText source, DiagnosticBag diagnostics)
{
    private bool _hasItem;
    private bool _reported;
    private Token? _pending;

    public void Add(Token separator)
    {
        if (!_hasItem || _pending is not null)
        {
            ReportOnce(SyntaxDiagnostics.ExtraComma(source, separator.Span));
        }
        else if (separator.Kind != TokenKind.Comma)
        {
            ReportOnce(SyntaxDiagnostics.WrongListSeparator(source, separator.Span));
        }

        _pending = separator;
    }

    /// <summary>An item was read; the token before it ended at an offset.</summary>
    public void BeforeItem(int previousEnd)
    {
        if (_hasItem && _pending is null)
        {
            ReportOnce(SyntaxDiagnostics.MissingComma(source, new TextSpan(previousEnd, 0)));
        }

        _hasItem = true;
        _pending = null;
    }

    /// <summary>The list is closed.</summary>
    public void End()
    {
        if (_pending is { } separator)
        {
            ReportOnce(SyntaxDiagnostics.ExtraComma(source, separator.Span));
        }
    }

    /// <summary>Reports a fault of the list unless another has been: mending one often mends the others.</summary>
    public void ReportOnce(Diagnostic diagnostic)
    {
        if (!_reported)
        {
            diagnostics.Add(diagnostic);
            _reported = true;
        }
    }
}
