using AnchorFit.Text;

namespace AnchorFit.Annotations.PascalVoc;

/// <summary>An element that holds a value.</summary>
/// <param name="Text">Its text without surrounding white space.</param>
/// <param name="At">Where the text begins; the element where there is none.</param>
internal readonly record struct PascalVocLeaf(string Text, LinePosition At);
