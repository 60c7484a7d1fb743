using System.Numerics;
using Eqnn.Checking.Reading;
using Eqnn.Numbers;

namespace Eqnn.Checking.Fans;

/// <summary>The symmetry of an arrangement as it acts on the sides of the hyperplanes, along a base: an element is the list of the images of the base points.</summary>
/// <remarks>Point 2h is the positive side of hyperplane h, point 2h + 1 the negative one; a chamber is the set of the sides on which it lies.</remarks>
internal sealed class CheckedGroup
{
    private readonly ListedChain _chain;
    private readonly ChamberColours _colours;
    private readonly CertificateCheckOptions _options;
    private readonly CancellationToken _cancellationToken;
    private readonly int[] _points;
    private readonly int[][] _steps;
    private readonly ulong[] _from;
    private readonly ulong[] _to;
    private int _used;
    private long _visited;

    private CheckedGroup(int hyperplanes, int[] basePoints, ListedChain chain, ChamberColours colours, CertificateCheckOptions options, CancellationToken cancellationToken)
    {
        (Hyperplanes, Base, _chain, _colours, _options, _cancellationToken) = (hyperplanes, basePoints, chain, colours, options, cancellationToken);
        _points = new int[2 * hyperplanes];
        _steps = new int[basePoints.Length][];
        _from = new ulong[colours.Count];
        _to = new ulong[colours.Count];
    }

    /// <summary>The number of hyperplanes.</summary>
    public int Hyperplanes { get; }

    /// <summary>The base.</summary>
    public int[] Base { get; }

    /// <summary>The order of the group.</summary>
    public BigInteger Order => _chain.Order;

    /// <summary>Reads base and order, and checks both.</summary>
    public static CheckedGroup Of(Claim symmetry, IReadOnlyList<(int[] Image, int[] Sign)> generators, int hyperplanes, CertificateCheckOptions options, CancellationToken cancellationToken)
    {
        var points = generators.Select(g => PointsOf(g.Image, g.Sign)).ToList();
        int[] basePoints = [.. symmetry["base"].Items().Select(item =>
        {
            var signed = item.Number(-hyperplanes, hyperplanes);
            item.Require(signed != 0, "a signed hyperplane is expected");
            return PointOf(signed);
        })];
        symmetry["base"].Require(basePoints.Distinct().Count() == basePoints.Length, "a point occurs twice");
        var claimed = symmetry["order"].Count();
        var chain = ListedChain.Along(basePoints, 2 * hyperplanes, points, claimed, null, options.SymmetryBudget, cancellationToken);
        symmetry["base"].Require(!chain.BaseIsTooShort, "an element other than the identity fixes all these sides of hyperplanes");
        symmetry["order"].Require(chain.Order == claimed, () => chain.Order > claimed
            ? $"the generators induce more than {Quoted.Digits(claimed)} linear maps"
            : $"the certificate says {Quoted.Digits(claimed)}, the generators induce {Quoted.Digits(chain.Order)} linear maps on the span of the rows");
        return new CheckedGroup(hyperplanes, basePoints, chain, ChamberColours.Of(2 * hyperplanes, points, basePoints, options.MaxImages), options, cancellationToken);
    }

    /// <summary>The element with given images of the base points, as images of all points; null if there is none. The list is overwritten by the next call.</summary>
    /// <param name="images">Signed hyperplanes from 1.</param>
    public int[]? Element(ReadOnlySpan<int> images)
    {
        if (!Decode(images))
        {
            return null;
        }

        for (var x = 0; x < _points.Length; x++)
        {
            var image = x;
            for (var i = _used - 1; i >= 0; i--)
            {
                image = _steps[i][image];
            }

            _points[x] = image;
        }

        return _points;
    }

    /// <summary>The invariant of the orbit of a chamber.</summary>
    public ulong Invariant(ReadOnlySpan<bool> isNegative)
    {
        _colours.Fill(isNegative, _from);
        return _colours.Invariant(isNegative, _from);
    }

    /// <summary>Whether some element carries one chamber to another, by a search along the base in which colours exclude.</summary>
    /// <exception cref="LimitExceededException">The search visits more places than are allowed.</exception>
    public bool AreEquivalent(bool[] from, bool[] to)
    {
        _colours.Fill(from, _from);
        _colours.Fill(to, _to);
        return Carries(0, null, from, to);
    }

    /// <summary>The order of the subgroup that elements generate, if all of them fix a chamber and it is the whole stabiliser; else the reason why not.</summary>
    /// <param name="claimed">The order that is claimed: a chain that reaches it need not be completed, since its orbits are compared with what the stabiliser can reach.</param>
    /// <param name="images">Images of the base points under generators, one after another, signed and from 1.</param>
    /// <param name="isNegative">The chamber.</param>
    /// <param name="elements">Filled with the generators.</param>
    /// <param name="problem">The reason, or null.</param>
    public BigInteger StabiliserOrder(BigInteger claimed, ReadOnlySpan<int> images, bool[] isNegative, List<int[]> elements, out string? problem)
    {
        elements.Clear();
        problem = null;
        var width = Base.Length;
        for (var at = 0; at < images.Length; at += width)
        {
            if (Element(images.Slice(at, width)) is not { } element)
            {
                problem = FormattableString.Invariant($"generator {(at / width) + 1} is no element of the group");
                return 0;
            }

            if (!Carries(element, isNegative, isNegative))
            {
                problem = FormattableString.Invariant($"generator {(at / width) + 1} does not fix the chamber: the stabiliser is too large");
                return 0;
            }

            elements.Add([.. element]);
        }

        var stabiliser = elements.Count == 0 ? null : ListedChain.Along(Base, 2 * Hyperplanes, elements, Order, claimed, _options.SymmetryBudget, _cancellationToken);
        _colours.Fill(isNegative, _from);
        _from.CopyTo(_to, 0);

        // Parts of orbits of the subgroup bound it from below; those of the stabiliser bound that from above. At each level: of the points that the group reaches, does the stabiliser reach those it can?
        for (var level = Base.Length - 1; level >= 0; level--)
        {
            var own = stabiliser?.Levels[level].To;
            var colour = _from[_colours.At(Base[level])];
            foreach (var point in _chain.Levels[level].Points)
            {
                if (point != Base[level] && own?[point] is null && _from[_colours.At(point)] == colour && Carries(level + 1, _chain.Levels[level].To[point], isNegative, isNegative))
                {
                    problem = FormattableString.Invariant($"an element that these do not generate fixes the chamber (it takes {Signed(Base[level])} to {Signed(point)} and fixes the base before): the stabiliser is too small");
                    return 0;
                }
            }
        }

        return stabiliser?.Order ?? BigInteger.One;
    }

    /// <summary>The point of a signed hyperplane, from 1.</summary>
    public static int PointOf(int signed) => signed > 0 ? (2 * signed) - 2 : (-2 * signed) - 1;

    private static int Signed(int point) => (point & 1) == 0 ? (point / 2) + 1 : -(point / 2) - 1;

    /// <summary>The images of the points under a signed permutation of the hyperplanes.</summary>
    public static int[] PointsOf(int[] image, int[] sign)
    {
        var images = new int[2 * image.Length];
        for (var h = 0; h < image.Length; h++)
        {
            images[2 * h] = (2 * image[h]) + (sign[h] < 0 ? 1 : 0);
            images[(2 * h) + 1] = images[2 * h] ^ 1;
        }

        return images;
    }

    /// <summary>Finds the steps whose product has these images, the last acts first; steps that move nothing are left out.</summary>
    private bool Decode(ReadOnlySpan<int> images)
    {
        _used = 0;
        for (var i = 0; i < images.Length; i++)
        {
            // What is left of the image when the steps before are taken back.
            var point = PointOf(images[i]);
            for (var k = 0; k < _used; k++)
            {
                point = Array.IndexOf(_steps[k], point);
            }

            if (_chain.Levels[i].To[point] is not { } step)
            {
                return false;
            }

            if (point != Base[i])
            {
                _steps[_used++] = step;
            }
        }

        return true;
    }

    private static bool Carries(int[] element, bool[] from, bool[] to)
    {
        for (var h = 0; h < from.Length; h++)
        {
            var image = element[(2 * h) + (from[h] ? 1 : 0)];
            if (to[image >> 1] != ((image & 1) != 0))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether an element that begins with <paramref name="prefix"/> down to a level carries one chamber to the other.</summary>
    private bool Carries(int level, int[]? prefix, bool[] from, bool[] to)
    {
        if (++_visited > _options.SymmetryBudget)
        {
            throw CheckLimit.Reached("places that the checker visits to tell chambers apart", _options.SymmetryBudget, null, "CertificateCheckOptions.SymmetryBudget");
        }

        _cancellationToken.ThrowIfCancellationRequested();
        if (level == Base.Length)
        {
            return prefix is null ? from.AsSpan().SequenceEqual(to) : Carries(prefix, from, to);
        }

        var colour = _from[_colours.At(Base[level])];
        var next = _chain.Levels[level];
        foreach (var point in next.Points)
        {
            var image = prefix is null ? point : prefix[point];
            if (_to[_colours.At(image)] == colour && Carries(level + 1, prefix is null ? next.To[point] : Product(prefix, next.To[point]!), from, to))
            {
                return true;
            }
        }

        return false;
    }

    private static int[] Product(int[] left, int[] right)
    {
        var product = new int[right.Length];
        for (var x = 0; x < product.Length; x++)
        {
            product[x] = left[right[x]];
        }

        return product;
    }
}
