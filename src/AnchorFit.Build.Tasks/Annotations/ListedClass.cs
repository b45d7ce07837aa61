namespace AnchorFit.Annotations;

/// <summary>A class that a list names, whether or not an object has it: COCO's categories, the names of a data.yaml.</summary>
/// <param name="Name">Its name, which is a name even where it is a number.</param>
/// <param name="Id">The number that the annotations have for it, counted from 1; 0 where that is no number an id can be.</param>
internal readonly record struct ListedClass(string Name, int Id);
