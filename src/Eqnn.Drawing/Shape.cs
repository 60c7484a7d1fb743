namespace Eqnn.Drawing;

/// <summary>An element of a picture, in pixels, y downwards; styles are attributes of SVG.</summary>
internal abstract record Shape;

/// <summary>A straight line.</summary>
internal sealed record LineShape(double X1, double Y1, double X2, double Y2, string Style) : Shape;

/// <summary>A path of the commands M, L, C, Q and z with absolute coordinates.</summary>
internal sealed record PathShape(string Data, string Style) : Shape;

/// <summary>A box.</summary>
internal sealed record RectangleShape(double X, double Y, double Width, double Height, string Style) : Shape;

/// <summary>A line of text; (X, Y) lies on its base line.</summary>
internal sealed record TextShape(double X, double Y, string Content, string Style) : Shape;

/// <summary>A circle.</summary>
internal sealed record CircleShape(double X, double Y, double Radius, string Style) : Shape;

/// <summary>Elements moved by (X, Y).</summary>
internal sealed record MovedShape(double X, double Y, IReadOnlyList<Shape> Inside) : Shape;

/// <summary>Elements cut off outside a disc.</summary>
internal sealed record DiscShape(int Number, double X, double Y, double Radius, IReadOnlyList<Shape> Inside) : Shape;

/// <summary>Elements that belong together and that programs find: a node, an edge, the legend.</summary>
internal sealed record NamedShape(string Kind, IReadOnlyList<(string Key, string Value)> Data, IReadOnlyList<Shape> Inside) : Shape;
