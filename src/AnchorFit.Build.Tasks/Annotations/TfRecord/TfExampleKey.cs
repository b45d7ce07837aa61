namespace AnchorFit.Annotations.TfRecord;

/// <summary>The features of an image that are read, out of those that the API's <c>tf_example_decoder</c> knows.</summary>
internal enum TfExampleKey
{
    XMin,
    YMin,
    XMax,
    YMax,
    ClassText,
    ClassLabel,
    Difficult,
    IsCrowd,
    GroupOf,
    Height,
    Width,
    FileName,
    SourceId,
}
