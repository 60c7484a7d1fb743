namespace Eqnn.Networks.Orbits;

/// <summary>All pairs in a table, filled by walking along the generators: |Y| · |X| · (number of generators) steps.</summary>
internal sealed class PairOrbitals : OrbitalIndex
{
    private readonly int[] _table;
    private readonly int _count;

    public PairOrbitals(PointAction source, PointAction target)
        : base(source, target)
    {
        _table = new int[source.Size * target.Size];
        Array.Fill(_table, -1);

        var (sourceImages, targetImages) = (source.GeneratorImages, target.GeneratorImages);
        var pending = new Stack<int>();
        foreach (var x in source.BasePoints)
        {
            for (var y = 0; y < target.Size; y++)
            {
                if (_table[(y * source.Size) + x] >= 0)
                {
                    continue;
                }

                pending.Push((y * source.Size) + x);
                _table[(y * source.Size) + x] = _count;
                while (pending.TryPop(out var pair))
                {
                    var (py, px) = Math.DivRem(pair, source.Size);
                    for (var g = 0; g < sourceImages.Count; g++)
                    {
                        var image = (targetImages[g][py] * source.Size) + sourceImages[g][px];
                        if (_table[image] < 0)
                        {
                            _table[image] = _count;
                            pending.Push(image);
                        }
                    }
                }

                _count++;
            }
        }
    }

    public override int Count => _count;

    public override int PositionOf(int y, int x) => _table[(y * Source.Size) + x];
}
