using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Representations;
using Eqnn.Cli.Output;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Explorations;
using Eqnn.PiecewiseLinear.Maps;
using Newtonsoft.Json;

namespace Eqnn.Cli.Commands.Explorer;

/// <summary>The data of an explorer page, schema explorer-1, as compact JSON: exact numbers as <c>3</c>, <c>"1/4"</c> or <c>[i]</c>, the i-th of the irrational and long numbers that stand once at the end. Same exploration, same bytes.</summary>
internal sealed partial class ExplorerRecord
{
    /// <summary>The activations whose coordinates in a space of maps are written.</summary>
    private static readonly string[] CoordinatesOf = ["relu", "abs"];

    /// <summary>Longer fractions stand once, at the end.</summary>
    private const int LongestText = 5;

    private readonly Exploration _exploration;
    private readonly JsonTextWriter _json;
    private readonly Dictionary<Cyclotomic, int> _numbers = [];

    private ExplorerRecord(Exploration exploration, JsonTextWriter json)
    {
        _exploration = exploration;
        _json = json;
    }

    /// <summary>The document and its hash, which is that of the document with an empty hash.</summary>
    public static (string Json, string Hash) Of(Exploration exploration, string command, string version)
    {
        const string Empty = "\"sha256\":\"\"";
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using (var writer = new JsonTextWriter(text) { Formatting = Formatting.None, Culture = CultureInfo.InvariantCulture })
        {
            new ExplorerRecord(exploration, writer).Document(command, version);
        }

        var json = text.ToString();
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
        var at = json.IndexOf(Empty, StringComparison.Ordinal);
        return (string.Concat(json.AsSpan(0, at), $"\"sha256\":\"{hash}\"", json.AsSpan(at + Empty.Length)), hash);
    }

    private void Document(string command, string version) => Object(() =>
    {
        Field("page", () => Object(() =>
        {
            Field("schema", "explorer-1");
            Field("version", version);
            Field("command", command);
            Field("sha256", "");
            Field("licence", "CC0-1.0");
            List("extents", _exploration.Extents, _json.WriteValue);
        }));
        Field("field", WriteField);
        Field("group", WriteGroup);
        List("simples", _exploration.Table.Simples, WriteSimple);
        List("gsets", _exploration.Sets, WriteSet);
        Field("pairs", WriteVerdicts);
        Field("maps", WriteMaps);
        List("activations", Activation.Known, WriteActivation);
        List("numbers", _numbers.OrderBy(entry => entry.Value), entry => WriteNumber(entry.Key));
    });

    private void WriteField() => Object(() =>
    {
        var basis = _exploration.Field;
        Field("conductor", basis.Field.Conductor);
        List("atoms", basis.Atoms, atom => Object(() =>
        {
            Field("radical", atom.ToString("R"));
            Field("latex", atom.ToString("LR"));
            Field("gap", Shapes.Gap(atom));
            Field("double", () => _json.WriteValue(atom.ToDouble()));
            Field("digits", atom.ToDecimalString(80));
            if (basis.Atoms.Count == 2)
            {
                // In a quadratic field all irrational numbers have one conductor: with 1 written in its basis, sums of atoms have GAP's normal form.
                var root = basis.Atoms[1];
                var terms = atom.IsRational ? Difference(Cyclotomic.One + root, root) : Difference(root, Cyclotomic.Zero);
                List("zumbroich", terms, term => Array(() =>
                {
                    _json.WriteValue(term.Exponent);
                    _json.WriteValue(term.Coefficient.ToString());
                }));
            }
        }));
        var pairs = Enumerable.Range(1, basis.Atoms.Count - 1).SelectMany(i => Enumerable.Range(i, basis.Atoms.Count - i).Select(j => (i, j)));
        List("products", pairs, pair => Array(() =>
        {
            _json.WriteValue(pair.i);
            _json.WriteValue(pair.j);
            var coordinates = basis.CoordinatesOf(basis.Atoms[pair.i] * basis.Atoms[pair.j]);
            Array(() =>
            {
                for (var k = 0; k < coordinates.Count; k++)
                {
                    if (!coordinates[k].IsZero)
                    {
                        Array(() =>
                        {
                            _json.WriteValue(k);
                            _json.WriteValue(coordinates[k].ToString());
                        });
                    }
                }
            });
        }));
    });

    private static IEnumerable<(int Exponent, Rational Coefficient)> Difference(Cyclotomic left, Cyclotomic right) => left.ZumbroichCoefficients.Select(term => (term.Exponent, term.Coefficient))
        .Concat(right.IsZero ? [] : right.ZumbroichCoefficients.Select(term => (term.Exponent, -term.Coefficient)))
        .GroupBy(term => term.Item1).Select(group => (group.Key, group.Aggregate(Rational.Zero, (sum, term) => sum + term.Item2))).Where(term => !term.Item2.IsZero).OrderBy(term => term.Key);

    private void WriteGroup() => Object(() =>
    {
        var (table, group) = (_exploration.Table, _exploration.Table.Group);
        Field("name", group.Name);
        Field("order", group.Order.ToString(CultureInfo.InvariantCulture));
        Field("exponent", group.Exponent.ToString(CultureInfo.InvariantCulture));
        Field("degree", group.Degree);
        List("generators", group.Generators, g => Integers(Shapes.FromOne(g.Images)));
        Field("abelian", () => _json.WriteValue(table.Irreducibles.All(character => character.Degree == 1)));
        List("classes", group.ConjugacyClasses, c => Object(() =>
        {
            Field("element", c.Representative.ToString());
            Field("size", c.Size.ToString(CultureInfo.InvariantCulture));
            Field("order", () => _json.WriteValue((long)c.ElementOrder));
        }));
        var values = new Dictionary<Cyclotomic, int>();
        List("characters", table.Irreducibles, character => Object(() =>
        {
            Field("label", character.Label);
            Field("degree", () => _json.WriteValue(character.Degree));
            Field("indicator", character.Indicator);
            Field("row", () => Integers(Enumerable.Range(0, table.Classes.Count).Select(i => Position(values, character[i]))));
        }));
        List("simpleCharacters", table.Simples, simple => Integers(Enumerable.Range(0, table.Classes.Count).Select(i => Position(values, simple.Character[i]))));
        List("values", values.OrderBy(entry => entry.Value), entry => WriteValue(entry.Key));
        var normal = _exploration.Table.NormalSubgroups;
        List("normalSubgroups", normal.Subgroups, n => Object(() =>
        {
            Field("order", n.Order.ToString(CultureInfo.InvariantCulture));
            Field("classes", () => Integers(n.ClassPositions));
            Field("covers", () => Integers(n.LowerCovers.Select(m => m.Position)));
            Texts("kernelOf", table.Simples.Where(s => s.KernelClassPositions.SequenceEqual(n.ClassPositions)).Select(s => s.Label));
        }));
    });

    private static int Position<T>(Dictionary<T, int> places, T value)
        where T : notnull
    {
        if (!places.TryGetValue(value, out var place))
        {
            places.Add(value, place = places.Count);
        }

        return place;
    }

    /// <summary>A value of a character, which need not be real: a whole number, or its texts.</summary>
    private void WriteValue(Cyclotomic value)
    {
        if (value.IsRational)
        {
            _json.WriteValue((long)value.ToRational().Numerator);
            return;
        }

        Object(() =>
        {
            Field("radical", value.ToString("R"));
            Field("gap", Shapes.Gap(value));
            Field("latex", value.ToString("LR"));
            Field("conductor", value.Conductor);
            var about = value.ToComplex();
            Field("approx", () => Array(() =>
            {
                _json.WriteValue(about.Real);
                _json.WriteValue(value.IsReal ? 0 : about.Imaginary);
            }));
        });
    }

    private void WriteSimple(SimpleRepresentation simple) => Object(() =>
    {
        Field("label", simple.Label);
        Texts("aliases", simple.Aliases);
        Field("type", Shapes.Letter(simple.Type));
        Field("dimension", () => _json.WriteValue(simple.Dimension));
        Field("kernelOrder", simple.KernelOrder.ToString(CultureInfo.InvariantCulture));
        Field("imageOrder", () => _json.WriteValue((double)simple.ImageOrder));
    });

    /// <summary>For each pair, row by row, the number of the bias of its witness, or −1 − the number of the class of an element that forbids all maps.</summary>
    private void WriteVerdicts() => Object(() =>
    {
        var (biases, count) = (new Dictionary<Cyclotomic, int>(), _exploration.Table.Simples.Count);
        List("rows", _exploration.Verdicts.Chunk(count), row => Integers(row.Select(verdict => verdict.Match(exists => Position(biases, exists.Witness.Bias), impossible => -1 - impossible.Obstruction.ClassPosition))));
        List("biases", biases.OrderBy(entry => entry.Value), entry => WriteReal(entry.Key));
    });

    /// <summary>A real number by its texts, also outside of the field of the page.</summary>
    private void WriteReal(Cyclotomic value) => Object(() =>
    {
        Field("radical", value.ToString("R"));
        Field("gap", Shapes.Gap(value));
        Field("latex", value.ToString("LR"));
        Field("double", () => _json.WriteValue(value.ToDouble()));
    });

    private void WriteMaps() => Object(() =>
    {
        List("sources", _exploration.Maps.Spaces.GroupBy(SourceOf), group => Object(() =>
        {
            var rays = group.First().Fan.Rays.ToList();
            Field("source", group.Key.Label);
            List("rays", rays, ray => Numbers(ray.Direction));
            List("targets", group, space => Object(() =>
            {
                Field("target", space.TargetModel.Simple.Label);
                Field("model", space.TargetModel.Description);
                Field("dimension", space.Dimension);
                List("gram", space.TargetModel.Gram.Rows(), row => Array(() => row.ToList().ForEach(c => _json.WriteValue(c.ToDouble()))));
                List("basis", space.Basis, map => Array(() =>
                {
                    for (var i = 0; i < rays.Count; i++)
                    {
                        if (map.ValueOn(rays[i]) is { IsZero: false } value)
                        {
                            Array(() =>
                            {
                                _json.WriteValue(i);
                                Numbers(value);
                            });
                        }
                    }
                }));
                List("linearPart", space.LinearPart, Numbers);
                List("oneLayerPart", space.OneLayerPart, Numbers);
                Field("activations", () => Object(() =>
                {
                    foreach (var name in CoordinatesOf)
                    {
                        List(name, space.Apply(Activation.Parse(name)), map => Numbers(map.Coordinates));
                    }
                }));
            }));
        }));
        List("omitted", _exploration.Maps.Omitted, omitted => Object(() =>
        {
            Field("reason", omitted.Reason);
            List("pairs", omitted.Pairs, pair => Array(() =>
            {
                _json.WriteValue(pair.Source.Position);
                _json.WriteValue(pair.Target.Position);
            }));
        }));
    });

    private static SimpleRepresentation SourceOf(EquivariantMapSpace space) => ((Subrepresentation)space.Fan.Space).Simples[0];

    private void WriteActivation(Activation f) => Object(() =>
    {
        Field("name", f.Name);
        Field("formula", f.Formula);
        Field("group", f.PiecewiseLinear is { IsPositivelyHomogeneous: true } ? "one kink" : f.PiecewiseLinear is not null ? "bounded or shifted" : f.Polynomial is not null ? "polynomial" : "smooth");
        Part("even", f.Even);
        Part("odd", f.Odd);
        Field("analytic", () => _json.WriteValue(f.IsAnalytic));
        if (f.PiecewiseLinear is { } pieces)
        {
            Field("points", pieces.ToString());
        }

        if (f.Polynomial is { } polynomial)
        {
            Field("polynomial", polynomial.ToString());
        }

        List("samples", Enumerable.Range(-8, 17), t => Array(() =>
        {
            _json.WriteValue(t / 2.0);
            _json.WriteValue(f.ApproximateAt(t / 2.0));
        }));
    });

    private void Part(string name, FunctionPart part) => Field(name, () =>
    {
        if (part.IsPolynomial)
        {
            Integers(part.Degrees);
        }
        else
        {
            _json.WriteNull();
        }
    });

    private void Numbers(IEnumerable<Cyclotomic> values) => Array(() =>
    {
        foreach (var value in values)
        {
            Number(value);
        }
    });

    private void Number(Cyclotomic value)
    {
        if (value.IsRational)
        {
            var q = value.ToRational();
            if (q.IsInteger && Rational.Abs(q) < 1_000_000)
            {
                _json.WriteValue((long)q.Numerator);
            }
            else if (q.ToString() is { Length: <= LongestText } text)
            {
                _json.WriteValue(text);
            }
            else
            {
                Array(() => _json.WriteValue(Position(_numbers, value)));
            }

            return;
        }

        Array(() => _json.WriteValue(Position(_numbers, value)));
    }

    /// <summary>A number by its coordinates: atom, coefficient, atom, coefficient, ...</summary>
    private void WriteNumber(Cyclotomic value) => Array(() =>
    {
        var coordinates = _exploration.Field.CoordinatesOf(value);
        for (var i = 0; i < coordinates.Count; i++)
        {
            if (!coordinates[i].IsZero)
            {
                _json.WriteValue(i);
                _json.WriteValue(coordinates[i].ToString());
            }
        }
    });

    private void Object(Action fields)
    {
        _json.WriteStartObject();
        fields();
        _json.WriteEndObject();
    }

    private void Array(Action items)
    {
        _json.WriteStartArray();
        items();
        _json.WriteEndArray();
    }

    private void Field(string name, Action value)
    {
        _json.WritePropertyName(name);
        value();
    }

    private void Field(string name, string value) => Field(name, () => _json.WriteValue(value));

    private void Field(string name, int value) => Field(name, () => _json.WriteValue(value));

    private void List<T>(string name, IEnumerable<T> items, Action<T> write) => Field(name, () => Array(() =>
    {
        foreach (var item in items)
        {
            write(item);
        }
    }));

    private void Texts(string name, IEnumerable<string> texts) => Field(name, () => Texts(texts));

    private void Texts(IEnumerable<string> texts) => Array(() =>
    {
        foreach (var text in texts)
        {
            _json.WriteValue(text);
        }
    });

    private void Integers(IEnumerable<int> values) => Array(() =>
    {
        foreach (var value in values)
        {
            _json.WriteValue(value);
        }
    });
}
