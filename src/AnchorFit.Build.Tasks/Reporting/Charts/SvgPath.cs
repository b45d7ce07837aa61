using System.Text;
using AnchorFit.Text;

namespace AnchorFit.Reporting.Charts;

/// <summary>The outline of a shape as SVG's <c>d</c> has it; coordinates with one decimal at most.</summary>
internal sealed class SvgPath
{
    private readonly StringBuilder _data = new();

    public bool IsEmpty => _data.Length == 0;

    /// <summary>A coordinate.</summary>
    public static string Number(double value) => FixedText.AtMost(value, 1);

    public override string ToString() => _data.ToString();

    public SvgPath MoveTo(double x, double y) => Append('M', x, y);

    public SvgPath LineTo(double x, double y) => Append('L', x, y);

    /// <summary>A point, which a stroke with round ends makes a dot.</summary>
    public SvgPath Dot(double x, double y)
    {
        MoveTo(x, y);
        _data.Append("h0");
        return this;
    }

    /// <summary>A filled rectangle.</summary>
    public SvgPath Rectangle(double x, double y, double width, double height)
    {
        MoveTo(x, y);
        string right = Number(width);
        _data.Append('h').Append(right).Append('v').Append(Number(height)).Append("h-").Append(right).Append('z');
        return this;
    }

    public SvgPath Close()
    {
        _data.Append('z');
        return this;
    }

    private SvgPath Append(char command, double x, double y)
    {
        _data.Append(command).Append(Number(x)).Append(' ').Append(Number(y));
        return this;
    }
}
