using System.Runtime.InteropServices;

namespace Eqnn.Checking.Certificates;

/// <content>What lies beyond the walls of a chamber: the elements that carry an orbit there, and the chambers that are expected.</content>
internal sealed partial class CheckedChamberOrbits
{
    /// <summary>One crossing for each orbit of the stabiliser on the walls, at the least wall of it.</summary>
    private void CheckCrossings(int orbit)
    {
        var walls = _line.Walls;
        foreach (var wall in walls)
        {
            _wallOrbit[wall] = wall;
        }

        if (_stabiliser.Count > 0)
        {
            JoinWalls();
        }

        var next = 0;
        foreach (var wall in walls)
        {
            if (_wallOrbit[wall] != wall)
            {
                continue;
            }

            if (next >= _line.Crossings.Count || _line.Crossings[next].Wall != wall)
            {
                throw _line.Refuse("crossings", FormattableString.Invariant($"entry {next + 1} does not cross hyperplane {wall + 1}: the least wall of each orbit of the stabiliser is crossed, in their order"));
            }

            Cross(orbit, next++);
        }

        if (next < _line.Crossings.Count)
        {
            throw _line.Refuse("crossings", FormattableString.Invariant($"entry {next + 1} crosses a hyperplane that is no wall, or one of an orbit crossed before"));
        }
    }

    private void JoinWalls()
    {
        // To the least wall of each orbit; an element that fixes the chamber permutes its walls.
        var queue = new Queue<int>();
        var seen = new HashSet<int>();
        foreach (var start in _line.Walls)
        {
            if (!seen.Add(start))
            {
                continue;
            }

            queue.Enqueue(start);
            while (queue.TryDequeue(out var wall))
            {
                _wallOrbit[wall] = start;
                foreach (var element in _stabiliser)
                {
                    var image = element[2 * wall] >> 1;
                    if (seen.Add(image))
                    {
                        if (_line.Walls.BinarySearch(image) < 0)
                        {
                            throw _line.Refuse("walls", FormattableString.Invariant($"the stabiliser carries wall {wall + 1} to hyperplane {image + 1}, which is not listed"));
                        }

                        queue.Enqueue(image);
                    }
                }
            }
        }
    }

    private void Cross(int orbit, int at)
    {
        var (wall, to) = _line.Crossings[at];
        var width = _group.Base.Length;
        if (_group.Element(CollectionsMarshal.AsSpan(_line.By).Slice(at * width, width)) is not { } element)
        {
            throw _line.Refuse("crossings", FormattableString.Invariant($"entry {at + 1}: no element of the group has these images of the base"));
        }

        for (var h = 0; h < _isNegative.Length; h++)
        {
            var image = element[(2 * h) + (_isNegative[h] != (h == wall) ? 1 : 0)];
            _beyond[image >> 1] = (image & 1) != 0;
        }

        Pack(_beyond);
        if (Expect(to, _lines.Number) is { } other)
        {
            throw _line.Refuse("crossings", other == 0
                ? FormattableString.Invariant($"entry {at + 1}: the chamber beyond hyperplane {wall + 1} is not carried to the chamber of line {to + 2}")
                : FormattableString.Invariant($"entry {at + 1}: the chamber beyond hyperplane {wall + 1} is carried to another chamber than that to which a crossing of line {other} leads, both for orbit {to + 1}"));
        }
    }

    /// <summary>Compares the packed chamber with what is known of an orbit's representative, or makes it known; where they differ, the line that made it known by a crossing, or 0 for its own line.</summary>
    private int? Expect(int orbit, int byLine)
    {
        while (_claimedBy.Count <= orbit)
        {
            _claimedBy.Add(-1);
            CollectionsMarshal.SetCount(_signs, _claimedBy.Count * _words);
        }

        var known = CollectionsMarshal.AsSpan(_signs).Slice(orbit * _words, _words);
        if (_claimedBy[orbit] < 0)
        {
            _packed.CopyTo(known);
            _claimedBy[orbit] = byLine < 0 ? 0 : byLine;
            return null;
        }

        if (!known.SequenceEqual(_packed))
        {
            return _claimedBy[orbit];
        }

        _claimedBy[orbit] = byLine < 0 ? 0 : _claimedBy[orbit];
        return null;
    }
}
