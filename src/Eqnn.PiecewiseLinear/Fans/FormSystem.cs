using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.PiecewiseLinear.Arrangements;

namespace Eqnn.PiecewiseLinear.Fans;

/// <summary>Linear forms on a representation, closed under the group up to sign, with the signed permutations by which the generators act on them.</summary>
internal sealed class FormSystem
{
    private readonly List<(FiniteGroupStep Step, List<(int Image, bool Negated)> Images)> _steps;
    private readonly List<ColumnVector<Cyclotomic>> _forms = [];
    private readonly Numbering<VectorKey> _lines = new();

    private FormSystem(MatrixRepresentation space) =>
        _steps = [.. space.Group.Generators.Select(g => (new FiniteGroupStep(space.MatrixOf(g.Inverse()).Transpose()), new List<(int, bool)>()))];

    /// <summary>The arrangement of the forms and all their images. If they do not span the dual space, coordinates and their images are added, the first that are missing, until they do: the fan is then pointed.</summary>
    public static Arrangement ArrangementOf(MatrixRepresentation space, IEnumerable<IReadOnlyList<Cyclotomic>> forms)
    {
        var system = new FormSystem(space);
        foreach (var form in forms)
        {
            if (form.Count != space.Dimension)
            {
                throw new ArgumentException($"a linear form has {form.Count} coefficients, the space has dimension {space.Dimension}", nameof(forms));
            }

            if (form.Any(c => !c.IsZero))
            {
                system.Add(ColumnVector.Of(form));
            }
        }

        var span = Subspace<Cyclotomic>.Span(space.Dimension, system._forms);
        for (var i = 0; i < space.Dimension && span.Dimension < space.Dimension; i++)
        {
            var unit = ColumnVector<Cyclotomic>.Unit(space.Dimension, i);
            if (!span.Contains(unit))
            {
                system.Add(unit);
                span = Subspace<Cyclotomic>.Span(space.Dimension, system._forms);
            }
        }

        var symmetry = system._steps.Select(step => SignedPermutation.FromImages(step.Images.Select(image => image.Negated ? -image.Image - 1 : image.Image + 1)));
        return Arrangement.FromRows(system._forms).WithSymmetry(symmetry);
    }

    private void Add(ColumnVector<Cyclotomic> form)
    {
        var next = _forms.Count;
        PlaceOf(form);
        for (; next < _forms.Count; next++)
        {
            foreach (var (step, images) in _steps)
            {
                var image = step.Dual * _forms[next];
                var place = PlaceOf(image);

                // The group is finite, so parallel forms of one orbit are equal or opposite.
                images.Add((place, _forms[place] != image));
            }
        }
    }

    /// <summary>The place of the form on the line of this one, which is added if there is none.</summary>
    private int PlaceOf(ColumnVector<Cyclotomic> form)
    {
        var place = _lines.NumberOf(VectorKey.OfLine(form));
        if (place == _forms.Count)
        {
            _forms.Add(form);
        }

        return place;
    }

    private sealed record FiniteGroupStep(Matrix<Cyclotomic> Dual);
}
