using AnchorFit.Text;

namespace AnchorFit.Hosting;

/// <summary>A name in a project file that is meant for the package.</summary>
/// <param name="Kind">What MSBuild takes it for.</param>
/// <param name="Name">As written.</param>
/// <param name="Item">Of metadata the kind of item.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record WrittenName(NameKind Kind, string Name, string Item, FilePlace Place);

/// <summary>What a name in a project file stands for.</summary>
internal enum NameKind
{
    Property,
    Item,
    Metadata,
}
