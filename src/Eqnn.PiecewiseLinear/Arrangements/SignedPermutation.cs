using System.Globalization;
using Eqnn.Numbers.Permutations;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>A permutation of rows with signs: row j goes to row <see cref="Image"/>(j), or to its negative.</summary>
/// <remarks>Written as a list counted from 1, entry j the image of row j, a negative entry -k for row k with the opposite sign. Not a linear map: whether one induces it is checked where it is used.</remarks>
public sealed class SignedPermutation : IEquatable<SignedPermutation>
{
    private readonly int[] _images;
    private readonly bool[] _negated;

    private SignedPermutation(int[] images, bool[] negated)
    {
        _images = images;
        _negated = negated;
    }

    /// <summary>The number of rows.</summary>
    public int Degree => _images.Length;

    /// <summary>Whether some row is negated.</summary>
    public bool HasNegations => _negated.Contains(true);

    /// <summary>A permutation without signs.</summary>
    public static SignedPermutation From(Permutation permutation)
    {
        ArgumentNullException.ThrowIfNull(permutation);
        return new SignedPermutation([.. permutation.Images], new bool[permutation.Degree]);
    }

    /// <summary>From images counted from 1: entry j (from 0) is k or -k, the image of row j + 1.</summary>
    /// <exception cref="ArgumentException">The absolute values are not a permutation of 1..n.</exception>
    public static SignedPermutation FromImages(IEnumerable<int> oneBasedSigned)
    {
        ArgumentNullException.ThrowIfNull(oneBasedSigned);
        var entries = oneBasedSigned.ToArray();
        var images = new int[entries.Length];
        var seen = new bool[entries.Length];
        for (var j = 0; j < entries.Length; j++)
        {
            var k = entries[j];
            if (k == 0 || k > entries.Length || k < -entries.Length)
            {
                throw new ArgumentException(FormattableString.Invariant($"entry {j + 1} is {k}; the rows are 1..{entries.Length}, with sign"));
            }

            images[j] = Math.Abs(k) - 1;
            if (seen[images[j]])
            {
                throw new ArgumentException(FormattableString.Invariant($"row {images[j] + 1} is the image of two rows"));
            }

            seen[images[j]] = true;
        }

        return new SignedPermutation(images, Array.ConvertAll(entries, k => k < 0));
    }

    /// <summary>The image of row j, from 0.</summary>
    public int Image(int j) => _images[j];

    /// <summary>1 or -1: the sign with which row j arrives.</summary>
    public int SignAt(int j) => _negated[j] ? -1 : 1;

    /// <inheritdoc/>
    public bool Equals(SignedPermutation? other) => other is not null && _images.AsSpan().SequenceEqual(other._images) && _negated.AsSpan().SequenceEqual(other._negated);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SignedPermutation);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        for (var j = 0; j < _images.Length; j++)
        {
            hash.Add(_negated[j] ? ~_images[j] : _images[j]);
        }

        return hash.ToHashCode();
    }

    /// <summary>The signed images, counted from 1: <c>[2,-1,3]</c>.</summary>
    public override string ToString() =>
        "[" + string.Join(',', _images.Select((image, j) => (_negated[j] ? -image - 1 : image + 1).ToString(CultureInfo.InvariantCulture))) + "]";
}
