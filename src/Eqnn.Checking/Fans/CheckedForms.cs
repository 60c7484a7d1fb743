using System.Numerics;
using Eqnn.Checking.Reading;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.Checking.Fans;

/// <summary>The linear forms of a certificate, merged to hyperplanes by the checker itself, and the action of the generators on hyperplanes with signs.</summary>
internal sealed class CheckedForms
{
    private const int MaxConductor = 1_000_000;
    private const int StepsOfDivision = 5;

    private CheckedForms(IReadOnlyList<Cyclotomic[]> rows, int[] hyperplaneOf, int[] signOf, int[] firstRows, int[] essential)
    {
        Rows = rows;
        HyperplaneOf = hyperplaneOf;
        SignOf = signOf;
        FirstRows = firstRows;
        Essential = essential;
        Conductor = CommonConductor(rows.SelectMany(row => row), 1);
    }

    /// <summary>The forms.</summary>
    public IReadOnlyList<Cyclotomic[]> Rows { get; }

    /// <summary>The hyperplane of each row, -1 for a zero row.</summary>
    public int[] HyperplaneOf { get; }

    /// <summary>1 if a row is a positive multiple of the first row of its hyperplane, -1 if a negative one.</summary>
    public int[] SignOf { get; }

    /// <summary>The first row of each hyperplane.</summary>
    public int[] FirstRows { get; }

    /// <summary>Columns on which the rows keep their rank; as many as the rank.</summary>
    public int[] Essential { get; }

    /// <summary>The rank.</summary>
    public int Dimension => Essential.Length;

    /// <summary>The conductor of the field of the entries.</summary>
    public int Conductor { get; }

    /// <summary>The conductor of a field that holds numbers and the roots of unity of an order.</summary>
    /// <exception cref="LimitExceededException">It is above a million.</exception>
    public static int CommonConductor(IEnumerable<Cyclotomic> numbers, int order)
    {
        long conductor = order;
        foreach (var number in numbers)
        {
            conductor = conductor / (long)BigInteger.GreatestCommonDivisor(conductor, number.Conductor) * number.Conductor;
            if (conductor > MaxConductor)
            {
                throw new LimitExceededException("conductor of the field of a certificate", MaxConductor, FormattableString.Invariant($"{conductor}"), "this limit is fixed");
            }
        }

        return (int)conductor;
    }

    /// <summary>Reads and merges the rows.</summary>
    /// <exception cref="LimitExceededException">The field of the entries is too large for so many of them: a division takes about the square of its degree.</exception>
    public static CheckedForms Of(Claim arrangement, CertificateCheckOptions? options = null, CancellationToken cancellationToken = default)
    {
        var columns = arrangement["columns"].Number(0, 100_000);
        var rows = arrangement["rows"].Items().Select(row => row.RealVector(columns)).ToArray();
        var budget = (options ?? CertificateCheckOptions.Default).SymmetryBudget;
        var degree = NumberTheory.EulerPhi(CommonConductor(rows.SelectMany(row => row), 1));
        var work = degree == 1 ? 0 : (BigInteger)degree * degree * StepsOfDivision * rows.Length * columns;
        if (work > budget)
        {
            throw CheckLimit.Reached("steps for exact divisions of the rows", budget, work, "CertificateCheckOptions.SymmetryBudget");
        }

        var hyperplaneOf = new int[rows.Length];
        var signOf = new int[rows.Length];
        var first = new List<int>();
        var known = new Dictionary<string, int>();
        for (var r = 0; r < rows.Length; r++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var lead = Array.Find(rows[r], x => !x.IsZero);
            hyperplaneOf[r] = -1;
            if (lead.IsZero)
            {
                continue;
            }

            var key = string.Join(' ', rows[r].Select(x => x / lead));
            signOf[r] = lead.Sign;
            if (!known.TryGetValue(key, out var h))
            {
                known[key] = h = first.Count;
                first.Add(r);
            }

            hyperplaneOf[r] = h;
        }

        for (var r = rows.Length - 1; r >= 0; r--)
        {
            signOf[r] = hyperplaneOf[r] < 0 ? 0 : signOf[r] == signOf[first[hyperplaneOf[r]]] ? 1 : -1;
        }

        return new CheckedForms(rows, hyperplaneOf, signOf, [.. first], rows.Length == 0 || columns == 0 ? [] : Pivots(Matrix<Cyclotomic>.FromRows(rows).ReducedRowEchelonForm()));
    }

    /// <summary>The normal of a hyperplane on the essential columns.</summary>
    public Cyclotomic[] Normal(int hyperplane) => Restricted(FirstRows[hyperplane]);

    /// <summary>The signs of the hyperplanes at a point, as a word over +, 0, -.</summary>
    public string SignsAt(IReadOnlyList<Cyclotomic> point) => string.Create(FirstRows.Length, this, (word, forms) =>
    {
        for (var h = 0; h < word.Length; h++)
        {
            word[h] = forms.At(forms.FirstRows[h], point).Sign switch { > 0 => '+', < 0 => '-', _ => '0' };
        }
    });

    /// <summary>The value of a row at a point.</summary>
    public Cyclotomic At(int row, IReadOnlyList<Cyclotomic> point) => ColumnVector.Dot(Rows[row], point);

    /// <summary>Reads generators as signed image lists of the rows, and checks that linear maps induce them. Returned: for each hyperplane the image and the sign.</summary>
    public IReadOnlyList<(int[] Image, int[] Sign)> Generators(Claim list)
    {
        // The rows of a basis, and every row as a combination of them: relations between rows must go to relations.
        var basis = Pivots(Rows.Count == 0 || Dimension == 0 ? Matrix<Cyclotomic>.Identity(0) : Matrix<Cyclotomic>.FromRows(Rows).Transpose().ReducedRowEchelonForm());
        var inverse = Dimension == 0 ? null : Matrix<Cyclotomic>.FromRows(basis.Select(Restricted)).Transpose().Inverse();
        var combinations = Rows.Select((_, r) => inverse is null ? (IReadOnlyList<Cyclotomic>)[] : inverse * Restricted(r)).ToArray();
        var result = new List<(int[], int[])>();
        foreach (var node in list.Items())
        {
            var images = node.Items(Rows.Count).Select(item => item.Number(-Rows.Count, Rows.Count)).ToArray();
            node.Require(images.Select(Math.Abs).Distinct().Count() == images.Length && !images.Contains(0), () => "not a signed permutation of the rows");
            for (var r = 0; r < images.Length; r++)
            {
                var image = Signed(images[r]);
                var expected = new Cyclotomic[image.Length];
                for (var b = 0; b < basis.Length; b++)
                {
                    var factor = combinations[r][b];
                    var target = Signed(images[basis[b]]);
                    for (var c = 0; c < expected.Length && !factor.IsZero; c++)
                    {
                        expected[c] += factor * target[c];
                    }
                }

                node.Require(image.SequenceEqual(expected), () => FormattableString.Invariant($"no linear map moves the rows so: row {r + 1} cannot go to {images[r]}"));
            }

            var hyperplanes = FirstRows.Select(row => HyperplaneOf[Math.Abs(images[row]) - 1]).ToArray();
            var signs = FirstRows.Select(row => Math.Sign(images[row]) * SignOf[Math.Abs(images[row]) - 1]).ToArray();
            result.Add((hyperplanes, signs));
        }

        return result;
    }

    private Cyclotomic[] Restricted(int row) => Array.ConvertAll(Essential, c => Rows[row][c]);

    private Cyclotomic[] Signed(int oneBased) => oneBased < 0 ? Array.ConvertAll(Restricted(-oneBased - 1), x => -x) : Restricted(oneBased - 1);

    private static int[] Pivots(Matrix<Cyclotomic> echelon)
    {
        var pivots = new List<int>();
        for (int r = 0, c = 0; r < echelon.RowCount && c < echelon.ColumnCount; c++)
        {
            if (!echelon[r, c].IsZero)
            {
                pivots.Add(c);
                r++;
            }
        }

        return [.. pivots];
    }
}
