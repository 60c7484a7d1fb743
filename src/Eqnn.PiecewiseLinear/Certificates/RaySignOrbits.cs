using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Arrangements;

namespace Eqnn.PiecewiseLinear.Certificates;

/// <summary>The orbits of rays under the symmetry of an arrangement, rays told apart by the signs of the hyperplanes on them. The maker's own: the checker finds them again by other code.</summary>
internal sealed class RaySignOrbits
{
    private const long MaxRays = 5_000_000;
    private readonly Arrangement _arrangement;
    private readonly long _maxRays;
    private readonly IReadOnlyList<(int To, char Flip)[]> _generators;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly CancellationToken _cancellationToken;

    /// <summary>No orbit yet.</summary>
    public RaySignOrbits(Arrangement arrangement, CancellationToken cancellationToken, long maxRays = MaxRays)
    {
        _arrangement = arrangement;
        _maxRays = maxRays;
        _cancellationToken = cancellationToken;
        var place = new (int Hyperplane, int Sign)[arrangement.Rows.Count];
        foreach (var hyperplane in arrangement.Hyperplanes)
        {
            foreach (var (row, sign) in hyperplane.Rows)
            {
                place[row] = (hyperplane.Position, sign);
            }
        }

        _generators = [.. arrangement.Symmetry.Select(g => arrangement.Hyperplanes.Select(hyperplane =>
        {
            var row = hyperplane.Rows[0].Row;
            var (to, sign) = place[g.Image(row)];
            return (to, sign * g.SignAt(row) * hyperplane.Rows[0].Sign < 0 ? '-' : '+');
        }).ToArray())];
    }

    /// <summary>The signs of the hyperplanes at a point, as a word over +, 0, -.</summary>
    public string SignsAt(IReadOnlyList<Cyclotomic> point) =>
        string.Concat(_arrangement.Hyperplanes.Select(hyperplane => hyperplane.Normal.Dot(point).Sign switch { > 0 => '+', < 0 => '-', _ => '0' }));

    /// <summary>The size of the orbit of a word; null if it was met before.</summary>
    /// <exception cref="LimitExceededException">More rays than the limit, five million.</exception>
    public int? SizeOfNew(string word)
    {
        if (!_known.Add(word))
        {
            return null;
        }

        var orbit = new Queue<string>([word]);
        var size = 0;
        while (orbit.TryDequeue(out var next))
        {
            _cancellationToken.ThrowIfCancellationRequested();
            size++;
            foreach (var generator in _generators)
            {
                var image = new char[next.Length];
                for (var h = 0; h < next.Length; h++)
                {
                    var (to, flip) = generator[h];
                    image[to] = (next[h], flip) switch { ('0', _) => '0', (var sign, '+') => sign, ('+', _) => '-', _ => '+' };
                }

                var moved = new string(image);
                if (_known.Add(moved))
                {
                    orbit.Enqueue(moved);
                }
            }

            if (_known.Count > _maxRays)
            {
                throw new LimitExceededException("rays of a certificate", _maxRays, "more", "this limit is fixed; certify a smaller arrangement");
            }
        }

        return size;
    }
}
