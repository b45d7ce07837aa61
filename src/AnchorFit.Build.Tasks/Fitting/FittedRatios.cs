using System;
using System.Collections.Generic;

namespace AnchorFit.Fitting;

/// <summary>Aspect ratios that were fitted, whatever to.</summary>
/// <param name="AspectRatios">As they are written: ascending. Two may be the same float32, though what was fitted differs.</param>
/// <param name="Measure">Their figures; costs a pass over the boxes.</param>
internal sealed record FittedRatios(IReadOnlyList<float> AspectRatios, Func<FitQuality> Measure);
