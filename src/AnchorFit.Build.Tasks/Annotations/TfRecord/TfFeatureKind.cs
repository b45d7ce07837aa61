namespace AnchorFit.Annotations.TfRecord;

/// <summary>What the values of a <c>tf.train.Feature</c> are.</summary>
internal enum TfFeatureKind
{
    /// <summary>It has none, which TensorFlow takes for a feature that isn't there.</summary>
    None,

    /// <summary>Texts and other strings of bytes.</summary>
    BytesList,

    /// <summary>Numbers of 32 bits with a fraction.</summary>
    FloatList,

    /// <summary>Whole numbers of 64 bits.</summary>
    Int64List,
}
