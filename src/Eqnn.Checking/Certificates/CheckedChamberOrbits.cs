using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using Eqnn.Checking.Fans;
using Eqnn.Checking.Reading;
using Eqnn.Numbers;

namespace Eqnn.Checking.Certificates;

/// <summary>The check of a certificate of chambers by orbits: one line for the arrangement and its symmetry, one for each orbit, one that ends the file. Time and memory follow the orbits.</summary>
/// <remarks>docs/theory.md#orbit-certificates: closed under crossing the walls of one chamber of each orbit, the orbits are all; distinct orbits and exact stabilisers make the number exact.</remarks>
internal sealed partial class CheckedChamberOrbits
{
    /// <summary>The kind.</summary>
    public const string Kind = "chamber-orbits";

    /// <summary>The version of the format.</summary>
    public const int Version = 2;

    /// <summary>As many bytes of a file as tell whether it is one of lines.</summary>
    public const int HeadLength = 64;

    private static readonly byte[][] Records = [.. new[] { "chambers", "maps", "separation" }.Select(kind => Encoding.UTF8.GetBytes($"\"kind\":\"{kind}\""))];

    /// <summary>How such a file begins, to the letter.</summary>
    private static ReadOnlySpan<byte> Beginning => "{\"format\":\"eqnn-certificate\",\"version\":2,"u8;

    /// <summary>Whether a file that begins so is one of lines. A certificate in one record may begin in the same way where it is written without spaces; its kind tells.</summary>
    public static bool IsOfLines(ReadOnlySpan<byte> head)
    {
        if (!head.StartsWith(Beginning))
        {
            return false;
        }

        foreach (var kind in Records)
        {
            if (head[Beginning.Length..].StartsWith(kind))
            {
                return false;
            }
        }

        return true;
    }

    private readonly CertificateLines _lines;
    private readonly CertificateCheckOptions _options;
    private readonly CancellationToken _cancellationToken;
    private readonly ExactForms _forms;
    private readonly CheckedGroup _group;
    private readonly Claim _counts;
    private readonly int _columns;
    private readonly int _orbits;
    private readonly int _words;
    private readonly OrbitLine _line = new();
    private readonly bool[] _isNegative;
    private readonly bool[] _beyond;
    private readonly ulong[] _packed;
    private readonly List<int[]> _stabiliser = [];
    private readonly List<ulong> _signs = [];
    private readonly List<int> _claimedBy = [];
    private readonly List<(ulong Invariant, int Orbit)> _invariants = [];
    private readonly int[] _wallOrbit;
    private BigInteger _chambers;
    private BigInteger _facets;
    private bool _isSimplicial = true;
    private int _trivial;

    private CheckedChamberOrbits(CertificateLines lines, CheckedForms forms, ExactForms exact, CheckedGroup group, Claim counts, int columns, CertificateCheckOptions options, CancellationToken cancellationToken)
    {
        (_lines, _forms, _group, _counts, _columns, _options, _cancellationToken) = (lines, exact, group, counts, columns, options, cancellationToken);
        _orbits = counts["chamberOrbits"].Number(1, int.MaxValue);
        Dimension = forms.Dimension;
        _words = (exact.Count + 63) / 64;
        _isNegative = new bool[exact.Count];
        _beyond = new bool[exact.Count];
        _packed = new ulong[_words];
        _wallOrbit = new int[exact.Count];
    }

    private int Dimension { get; }

    /// <summary>Checks a file, some bytes of which have been read, and adds what has been established to the claims.</summary>
    /// <returns>What is proved, and the names in the first line.</returns>
    public static (string Statement, Claim[] Labels) Check(byte[] head, Stream file, CertificateCheckOptions options, List<string> claims, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        using var lines = new CertificateLines(head, file);
        _ = lines.Next();
        var root = ClaimReader.Read(lines.Text);
        RequireShape(root);
        var forms = CheckedForms.Of(root["arrangement"], options, cancellationToken);
        var counts = root["counts"];
        counts["dimension"].RequireCount(forms.Dimension);
        counts["dimension"].Require(forms.Dimension > 0, "without hyperplanes there are no walls to cross");
        counts["lineality"].RequireCount(forms.Rows[0].Length - forms.Dimension);
        counts["rows"].RequireCount(forms.Rows.Count);
        counts["zeroRows"].RequireCount(forms.HyperplaneOf.Count(h => h < 0));
        counts["hyperplanes"].RequireCount(forms.FirstRows.Length);
        if (counts["chamberOrbits"].Count() > options.MaxCones)
        {
            throw SignOrbits.TooMany(options.MaxCones, counts["chamberOrbits"].Count());
        }

        var generators = forms.Generators(root["symmetry"]["generators"]);
        var group = CheckedGroup.Of(root["symmetry"], generators, forms.FirstRows.Length, options, cancellationToken);
        claims.Add(FormattableString.Invariant($"{forms.Rows.Count} rows give {forms.FirstRows.Length} hyperplanes of rank {forms.Dimension}; {generators.Count} generators are induced by linear maps and generate a group of {group.Order} linear maps"));
        var check = new CheckedChamberOrbits(lines, forms, new ExactForms(forms, options.MaxCones), group, counts, forms.Rows[0].Length, options, cancellationToken);
        check.Run(claims, progress);
        return (FormattableString.Invariant($"{check._chambers} chambers in {CheckedFan.Orbits(check._orbits)}"), [root["solver"], .. CertificateShape.Producer(root)]);
    }

    private static void RequireShape(Claim root)
    {
        CertificateShape.Fields(root, ["format", "version", "kind", "solver", "arrangement", "symmetry", "counts"], [CertificateShape.ProducerField]);
        root["kind"].Require(root["kind"].Text() == Kind, () => $"{Quoted.Of(root["kind"].Text())} is not a kind of certificate in lines of version {Version}: {Kind}");
        _ = root["solver"].Label();
        foreach (var producer in CertificateShape.Producer(root))
        {
            _ = producer.Label();
        }

        CertificateShape.Fields(root["arrangement"], ["columns", "rows"]);
        CertificateShape.Fields(root["symmetry"], ["order", "generators", "base"]);
        CertificateShape.Fields(root["counts"], ["dimension", "lineality", "rows", "zeroRows", "hyperplanes", "chambers", "chamberOrbits", "walls", "simplicial"]);
    }

    private void Run(List<string> claims, IProgress<WorkProgress>? progress)
    {
        for (var orbit = 0; orbit < _orbits; orbit++)
        {
            if (!_lines.Next())
            {
                throw _lines.Refuse(FormattableString.Invariant($"the file ends here; {_orbits} orbits are announced"));
            }

            if ((orbit & 255) == 0)
            {
                _cancellationToken.ThrowIfCancellationRequested();
                progress?.Report(new WorkProgress("chamber orbits checked", orbit, _orbits));
            }

            _line.Read(_lines, _forms.IsRational, _columns, _forms.Count, _group.Base.Length, _orbits);
            CheckChamber(orbit);
            var order = CheckStabiliser();
            CheckWalls();
            CheckCrossings(orbit);
            var size = _group.Order / order;
            _chambers += size;
            _facets += size * _line.Walls.Count;
            _isSimplicial &= _line.Walls.Count == Dimension;
            _trivial += order.IsOne ? 1 : 0;
        }

        CheckDistinct();
        _counts["chambers"].RequireCount(_chambers);
        _counts["walls"].RequireCount(_facets / 2);
        _counts["simplicial"].Require(_counts["simplicial"].Truth() == _isSimplicial, () => "the numbers of walls of the representatives say otherwise");
        CheckEnd();
        claims.Add("one chamber of each orbit is given by a point inside, with all its walls: no other hyperplane cuts the cone of these");
        claims.Add(FormattableString.Invariant($"beyond every wall lies a chamber that an element of the group carries to a given one, so {(_orbits == 1 ? "its orbit is" : "their orbits are")} all"));
        claims.Add(FormattableString.Invariant($"the orbits are distinct, the stabilisers exact ({_trivial} of them trivial): by orbits of the group on pairs of sides, and a search along the base where these do not decide"));
        claims.Add(FormattableString.Invariant($"{_chambers} chambers and {_facets / 2} walls, by the orders of the stabilisers; the fan is {(_isSimplicial ? "simplicial" : "not simplicial")}"));
    }

    /// <summary>The point lies on no hyperplane, and where earlier crossings lead to this orbit they lead to this chamber.</summary>
    private void CheckChamber(int orbit)
    {
        var on = _line.RealPoint is { } real ? _forms.SidesAt(real, _isNegative)
            : _line.LargePoint is { } large ? _forms.SidesAt(large, _isNegative)
            : _forms.SidesAt(CollectionsMarshal.AsSpan(_line.Point), _isNegative);
        if (on >= 0)
        {
            throw _line.Refuse("point", FormattableString.Invariant($"it lies on hyperplane {on + 1}, so in no chamber"));
        }

        Pack(_isNegative);
        if (Expect(orbit, -1) is { } earlier)
        {
            throw _line.Refuse("point", FormattableString.Invariant($"it lies in another chamber than that to which a crossing of line {earlier} leads"));
        }

        _invariants.Add((_group.Invariant(_isNegative), orbit));
    }

    private BigInteger CheckStabiliser()
    {
        var order = _group.StabiliserOrder(_line.Order, CollectionsMarshal.AsSpan(_line.Stabiliser), _isNegative, _stabiliser, out var problem);
        if (problem is not null)
        {
            throw _line.Refuse("stabiliser", problem);
        }

        return order == _line.Order ? order : throw _line.Refuse("order", $"the certificate says {Quoted.Digits(_line.Order)}, the check finds {Quoted.Digits(order)}");
    }

    private void CheckWalls()
    {
        var walls = CollectionsMarshal.AsSpan(_line.Walls);
        for (var i = 1; i < walls.Length; i++)
        {
            if (walls[i] <= walls[i - 1])
            {
                throw _line.Refuse("walls", "they do not ascend");
            }
        }

        switch (_forms.FirstCut(walls, _isNegative))
        {
            case -2:
                throw _line.Refuse("walls", "their cone contains a line: walls are missing");
            case >= 0 and var h:
                throw _line.Refuse("walls", FormattableString.Invariant($"hyperplane {h + 1} cuts the cone of these: walls are missing"));
        }
    }

    private void Pack(bool[] isNegative)
    {
        Array.Clear(_packed);
        for (var h = 0; h < isNegative.Length; h++)
        {
            _packed[h >> 6] |= (isNegative[h] ? 1UL : 0) << (h & 63);
        }
    }

    private void CheckEnd()
    {
        if (!_lines.Next())
        {
            throw _lines.Refuse("the file ends without the line that holds its digest");
        }

        var end = ClaimReader.Read(_lines.Text);
        CertificateShape.Fields(end, [Digests.Field]);
        if (end[Digests.Field].Text() != _lines.DigestBefore())
        {
            throw _lines.Refuse("the content does not match its digest: it was changed after the certificate was written");
        }

        if (_lines.Next())
        {
            throw _lines.Refuse("the file ends before this line");
        }
    }

    /// <summary>Chambers with one invariant are told apart by a search.</summary>
    private void CheckDistinct()
    {
        _invariants.Sort();
        for (var i = 0; i < _invariants.Count; i++)
        {
            for (var k = i + 1; k < _invariants.Count && _invariants[k].Invariant == _invariants[i].Invariant; k++)
            {
                var (first, second) = (_invariants[i].Orbit, _invariants[k].Orbit);
                if (_group.AreEquivalent(Unpacked(first), Unpacked(second)))
                {
                    throw new RefusedException(OrbitLine.Place(second + 2, "point"), FormattableString.Invariant($"its chamber lies in the orbit of line {first + 2}"));
                }
            }
        }
    }

    private bool[] Unpacked(int orbit)
    {
        var isNegative = new bool[_forms.Count];
        for (var h = 0; h < isNegative.Length; h++)
        {
            isNegative[h] = ((_signs[(orbit * _words) + (h >> 6)] >> (h & 63)) & 1) != 0;
        }

        return isNegative;
    }
}
