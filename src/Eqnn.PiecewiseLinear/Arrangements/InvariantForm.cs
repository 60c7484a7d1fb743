using System.Numerics;
using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>The Gram matrix Γ_jh = v_jᵀ S⁻¹ v_h of the normals for the invariant form S⁻¹, S = Σ v vᵀ, scaled to integers of the ring without common content.</summary>
/// <remarks>If a group permutes the normals up to sign by linear maps ρ, then ρ S ρᵀ = S, so Γ is invariant: Γ_{gj,gh} = ± Γ_jh. A face with signs s has the invariant colours Σ_h s_h Γ_jh on the hyperplanes j:
/// the coordinates of the point Σ s_h v_h of the zonotope, which determines the face.</remarks>
internal sealed class InvariantForm
{
    /// <summary>The most coefficients of all entries: some 50 bytes for each.</summary>
    private const long MaxCoefficients = 30_000_000;

    private InvariantForm(IntegerArrangement arrangement, BigInteger[] entries)
    {
        Arrangement = arrangement;
        Entries = entries;
    }

    public IntegerArrangement Arrangement { get; }

    /// <summary>Coefficient k of Γ_jh at <c>(h·N + j)·m + k</c>.</summary>
    public BigInteger[] Entries { get; }

    /// <exception cref="LimitExceededException">There are more than <see cref="MaxCoefficients"/>.</exception>
    public static InvariantForm Of(IntegerArrangement arrangement, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var d = arrangement.Dimension;
        var n = arrangement.Count;
        var ring = arrangement.Ring;
        var m = ring.Degree;
        var size = arrangement.Stride;
        if ((long)n * n * m > MaxCoefficients)
        {
            throw new LimitExceededException("coefficients of the invariant form", MaxCoefficients, FormattableString.Invariant($"{(long)n * n * m} ({n} hyperplanes, a field of degree {m})"), "not possible; ask for all chambers, which needs no symmetry");
        }

        // S over the ring, expanded to a rational matrix: block (i, l) is multiplication by S_il.
        var sums = new BigInteger[d * d * m];
        for (var j = 0; j < n; j++)
        {
            for (var i = 0; i < d; i++)
            {
                for (var l = 0; l < d; l++)
                {
                    ring.AddProduct<BigInteger>(Coordinate(arrangement, j, i), Coordinate(arrangement, j, l), sums.AsSpan((i * d + l) * m, m));
                }
            }
        }

        var expanded = Enumerable.Range(0, size).Select(_ => new BigInteger[2 * size]).ToArray();
        var unit = new BigInteger[m];
        var product = new BigInteger[m];
        for (var i = 0; i < d; i++)
        {
            for (var l = 0; l < d; l++)
            {
                for (var k = 0; k < m; k++)
                {
                    Array.Clear(unit);
                    unit[k] = BigInteger.One;
                    ring.Multiply<BigInteger>(sums.AsSpan((i * d + l) * m, m), unit, product);
                    for (var r = 0; r < m; r++)
                    {
                        expanded[i * m + r][l * m + k] = product[r];
                    }
                }
            }
        }

        for (var i = 0; i < size; i++)
        {
            expanded[i][size + i] = BigInteger.One;
        }

        FieldElimination.Reduce(expanded, size, progress, cancellationToken);

        // Now the right half is a common multiple of S⁻¹, expanded.
        var entries = new BigInteger[n * n * m];
        var image = new BigInteger[size];
        for (var h = 0; h < n; h++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new WorkProgress("inner products of hyperplanes", h, n));
            for (var r = 0; r < size; r++)
            {
                var sum = BigInteger.Zero;
                for (var c = 0; c < size; c++)
                {
                    sum += expanded[r][size + c] * arrangement.Big[h * size + c];
                }

                image[r] = sum;
            }

            for (var j = 0; j < n; j++)
            {
                arrangement.Product(j, image, entries.AsSpan((h * n + j) * m, m));
            }
        }

        var content = BigInteger.Zero;
        foreach (var entry in entries)
        {
            content = BigInteger.GreatestCommonDivisor(content, entry);
        }

        return new InvariantForm(arrangement, content.IsOne || content.IsZero ? entries : Array.ConvertAll(entries, e => e / content));
    }

    private static ReadOnlySpan<BigInteger> Coordinate(IntegerArrangement arrangement, int j, int i) =>
        arrangement.Big.AsSpan(j * arrangement.Stride + i * arrangement.Ring.Degree, arrangement.Ring.Degree);
}
