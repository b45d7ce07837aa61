using System.Linq;
using AnchorFit.Annotations;

namespace AnchorFit.Tests.Annotations;

/// <summary>All that an <see cref="AnnotationFile"/> says, as text, so that two can be compared.</summary>
internal static class AnnotationFileText
{
    public static string Of(AnnotationFile file) => string.Join(
        "\n",
        [
            file.Path,
            $"{file.Unit} {file.ObjectCount}",
            .. file.Images.Select(i => i.ToString()),
            string.Join("|", file.ClassNames),
            .. file.Boxes.Select(b => b.ToString()),
            string.Join("|", file.BoxCounts),
            .. file.Shapes.Select(s => s.ToString()),
            .. file.Companions.Select(c => c.ToString()),
            .. file.Diagnostics.Select(d => d.ToString()),
        ]);
}
