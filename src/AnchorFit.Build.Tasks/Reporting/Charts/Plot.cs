using System.Collections.Generic;
using AnchorFit.Text;

namespace AnchorFit.Reporting.Charts;

/// <summary>The rectangle in a picture that data are drawn in, and what its edges mean.</summary>
/// <param name="Left">Where it begins, in units of the picture.</param>
/// <param name="Top">Its upper edge.</param>
/// <param name="Width">Its width.</param>
/// <param name="Height">Its height.</param>
/// <param name="X">The horizontal axis.</param>
/// <param name="Y">The vertical axis; upwards.</param>
internal sealed record Plot(double Left, double Top, double Width, double Height, Axis X, Axis Y)
{
    /// <summary>Room above the tallest bar, as a factor.</summary>
    public const double Headroom = 1.08;

    public double Right => Left + Width;

    public double Bottom => Top + Height;

    public double XOf(double value) => Left + (Width * X.PartOf(value));

    public double YOf(double value) => Bottom - (Height * Y.PartOf(value));

    /// <summary>Grid lines, the figures at their ends, and the names of the axes.</summary>
    public void DrawAxes(SvgPicture picture, string xName, string yName)
    {
        foreach (Tick tick in X.Ticks)
        {
            picture.Line(XOf(tick.Value), Top, XOf(tick.Value), Bottom, "grid");
            picture.Text(XOf(tick.Value), Bottom + 14, tick.Text, "tick");
        }

        foreach (Tick tick in Y.Ticks)
        {
            picture.Line(Left, YOf(tick.Value), Right, YOf(tick.Value), "grid");
            picture.Text(Left - 5, YOf(tick.Value) + 4, tick.Text, "tick end");
        }

        picture.Line(Left, Bottom, Right, Bottom, "axis");
        picture.Text(Left + (Width / 2), Bottom + 29, xName, "name");
        picture.Text(0, Top - 8, yName, "name start");
    }

    /// <summary>Percentages along an axis that begins at 0, or at another share.</summary>
    public static Axis Percentages(double lowest, double highest)
    {
        double step = 100;
        foreach (double candidate in new[] { 50, 25, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1 })
        {
            if (100 * (highest - lowest) / candidate <= 5)
            {
                step = candidate;
            }
        }

        List<Tick> ticks = [];
        for (int i = 0; ((i - 0.001) * step) + (100 * lowest) <= 100 * highest; i++)
        {
            double percent = (100 * lowest) + (i * step);
            ticks.Add(new Tick(percent / 100, FixedText.AtMost(percent, 1) + " %"));
        }

        return new Axis(lowest, highest, IsLogarithmic: false, ticks);
    }
}
