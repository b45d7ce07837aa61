using System.Globalization;

namespace AnchorFit.PipelineConfig.Schema;

/// <summary>The way from the root to a message, as in <c>train_config.data_augmentation_options[1]</c>; written out only when a diagnostic needs it.</summary>
internal sealed class MessagePath
{
    /// <summary>The file as a whole; its text is empty.</summary>
    public static readonly MessagePath Root = new(null, string.Empty, -1);

    private readonly MessagePath? _parent;
    private readonly string _name;
    private readonly int _index;

    private MessagePath(MessagePath? parent, string name, int index)
    {
        _parent = parent;
        _name = name;
        _index = index;
    }

    /// <summary>The path of a field of this message; elements of repeated fields are counted from 0, −1 means no element.</summary>
    public MessagePath Of(string name, int index = -1) => new(this, name, index);

    public override string ToString()
    {
        if (_parent is null)
        {
            return string.Empty;
        }

        string parent = _parent.ToString();
        string own = _index < 0 ? _name : _name + "[" + _index.ToString(CultureInfo.InvariantCulture) + "]";
        return parent.Length == 0 ? own : parent + "." + own;
    }
}
