using System.Globalization;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Records.Json;

namespace Eqnn.Records.LinearAlgebra;

/// <summary>Exact numbers, vectors and matrices as JSON: a number is a text in GAP's notation (<c>"1/2"</c>, <c>"E(8)-E(8)^3"</c>), a vector a list of numbers, a matrix a list of rows.</summary>
/// <remarks>
/// <para>As certificates, maps and documents of the catalog spell them, each on one line. Read are also JSON numbers, taken as they are written: <c>0.1</c> is 1/10.</para>
/// <para><b>Which type</b> is read stands in the call: <c>NumberRecord.Read&lt;Rational&gt;</c>, <c>&lt;RealCyclotomic&gt;</c>, <c>&lt;Cyclotomic&gt;</c>; a number beyond it is refused.</para>
/// </remarks>
public static class NumberRecord
{
    private const string What = "number";

    /// <summary>The text of a number.</summary>
    public static string Of<T>(T number)
        where T : IField<T> => JsonItem.Of(number.ToString()).ToString();

    /// <summary>The text of a vector.</summary>
    public static string Of<T>(ColumnVector<T> vector)
        where T : IField<T>
    {
        ArgumentNullException.ThrowIfNull(vector);
        return Entries(vector).ToString();
    }

    /// <summary>The text of a matrix.</summary>
    public static string Of<T>(Matrix<T> matrix)
        where T : IField<T>
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return JsonItem.List(matrix.Rows().Select(Entries)).ToString();
    }

    /// <summary>A number.</summary>
    /// <exception cref="AlgebraFormatException">The text is no number of this type; the message names line and field.</exception>
    public static T Read<T>(string json)
        where T : IField<T>, IParsable<T> => ExactEntries.Read(JsonItem.Parse(What, json), Parse<T>);

    /// <summary>A vector.</summary>
    /// <exception cref="AlgebraFormatException">The text is no list of numbers of this type; the message names line and field.</exception>
    public static ColumnVector<T> ReadVector<T>(string json)
        where T : IField<T>, IParsable<T> => ExactEntries.Vector(JsonItem.Parse("vector", json), Parse<T>);

    /// <summary>A matrix.</summary>
    /// <exception cref="AlgebraFormatException">The text is no list of rows of numbers of this type; the message names line and field.</exception>
    public static Matrix<T> ReadMatrix<T>(string json)
        where T : IField<T>, IParsable<T> => ExactEntries.Matrix(JsonItem.Parse("matrix", json), Parse<T>);

    private static JsonItem Entries<T>(ColumnVector<T> vector)
        where T : IField<T> => JsonItem.List(vector.Select(entry => JsonItem.Of(entry.ToString())));

    private static T Parse<T>(string text)
        where T : IParsable<T> => T.Parse(text, CultureInfo.InvariantCulture);
}
