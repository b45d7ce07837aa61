namespace AnchorFit.Run;

/// <summary>Boxes that nothing is wrong with and the settings leave out.</summary>
/// <param name="OtherClasses">Of classes that take no part.</param>
/// <param name="Difficult">Marked difficult, as a crowd or as a group.</param>
/// <param name="TooSmall">Below <c>AnchorFitMinBoxSize</c>.</param>
internal readonly record struct LeftOutBoxes(double OtherClasses, double Difficult, double TooSmall);
