namespace Eqnn.Networks.Onnx.Operators;

/// <summary>Einsum by definition: axes with one letter run together, letters that the result does not name are summed over.</summary>
internal static class OnnxEinsum
{
    public static Tensor Of(string equation, IReadOnlyList<Tensor> inputs)
    {
        var text = equation.Replace(" ", "", StringComparison.Ordinal);
        var arrow = text.IndexOf("->", StringComparison.Ordinal);
        var terms = (arrow < 0 ? text : text[..arrow]).Split(',');
        if (terms.Length != inputs.Count || inputs.Count == 0)
        {
            throw new FormatException($"equation {equation} for {inputs.Count} inputs");
        }

        var spread = terms.Zip(inputs, (term, tensor) => term.Contains("...", StringComparison.Ordinal) ? tensor.Rank - (term.Length - 3) : 0).Max();
        string[] labels = [.. terms.Zip(inputs, (term, tensor) => Expanded(term, tensor.Rank, spread))];
        var output = arrow < 0 ? Implied(labels) : Expanded(text[(arrow + 2)..], -1, spread);
        var result = inputs[0];
        var known = labels[0];
        (result, known) = Diagonal(result, known);
        for (var i = 1; i < inputs.Count; i++)
        {
            var (next, letters) = Diagonal(inputs[i], labels[i]);
            var later = string.Concat(labels.Skip(i + 1)) + output;
            (result, known) = Product(result, known, next, letters, later);
        }

        return Ordered(result, known, output, equation);
    }

    /// <summary>The letters of a term; the axes of an ellipsis get digits, the same for all terms, aligned at the last.</summary>
    private static string Expanded(string term, int rank, int spread)
    {
        if (!term.Contains("...", StringComparison.Ordinal))
        {
            return rank >= 0 && term.Length != rank ? throw new FormatException($"'{term}' for {rank} axes") : term;
        }

        var own = rank < 0 ? spread : rank - (term.Length - 3);
        return own is < 0 or > 10 ? throw new FormatException($"'{term}' for {rank} axes") : term.Replace("...", new string([.. Enumerable.Range(spread - own, own).Select(k => (char)('0' + k))]), StringComparison.Ordinal);
    }

    private static string Implied(string[] labels)
    {
        var all = string.Concat(labels);
        return string.Concat(all.Distinct().Where(letter => char.IsDigit(letter) || all.Count(other => other == letter) == 1).Order());
    }

    /// <summary>A letter that occurs twice in one term: the diagonal.</summary>
    private static (Tensor Tensor, string Letters) Diagonal(Tensor x, string letters)
    {
        while (letters.GroupBy(letter => letter).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            var (first, second) = (letters.IndexOf(twice.Key, StringComparison.Ordinal), letters.LastIndexOf(twice.Key));
            if (x.Shape[first] != x.Shape[second])
            {
                throw new FormatException($"the axes {twice.Key} have the lengths {x.Shape[first]} and {x.Shape[second]}");
            }

            var steps = Tensor.Strides(x.Shape);
            steps[first] += steps[second];
            x = x.Gather([.. x.Shape.Where((_, axis) => axis != second)], 0, [.. steps.Where((_, axis) => axis != second)]);
            letters = letters.Remove(second, 1);
        }

        return (x, letters);
    }

    /// <summary>Two factors as a product of matrices: letters of both that are kept, of the first alone, of both that are summed, of the second alone.</summary>
    private static (Tensor Tensor, string Letters) Product(Tensor a, string left, Tensor b, string right, string later)
    {
        (a, left) = Summed(a, left, right + later);
        (b, right) = Summed(b, right, left + later);
        string both = string.Concat(left.Where(c => right.Contains(c, StringComparison.Ordinal) && later.Contains(c, StringComparison.Ordinal)));
        string inner = string.Concat(left.Where(c => right.Contains(c, StringComparison.Ordinal) && !later.Contains(c, StringComparison.Ordinal)));
        string rows = string.Concat(left.Where(c => !right.Contains(c, StringComparison.Ordinal)));
        string columns = string.Concat(right.Where(c => !left.Contains(c, StringComparison.Ordinal)));
        int LengthOf(char letter)
        {
            var (n, m) = (left.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var i ? a.Shape[i] : 1, right.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var j ? b.Shape[j] : 1);
            return n == m || m == 1 ? n : n == 1 ? m : throw new FormatException($"the axes {letter} have the lengths {n} and {m}");
        }

        int[] Lengths(string letters) => [.. letters.Select(LengthOf)];
        var (outer, r, k, c) = (Lengths(both), Tensor.CountOf(Lengths(rows)), Tensor.CountOf(Lengths(inner)), Tensor.CountOf(Lengths(columns)));
        var x = Arranged(a, left, both + rows + inner, [.. outer, .. Lengths(rows), .. Lengths(inner)]).Reshaped([.. outer, r, k]);
        var y = Arranged(b, right, both + inner + columns, [.. outer, .. Lengths(inner), .. Lengths(columns)]).Reshaped([.. outer, k, c]);
        return (OnnxOperators.MatMul(x, y).Reshaped([.. outer, .. Lengths(rows), .. Lengths(columns)]), both + rows + columns);
    }

    /// <summary>Axes whose letters nobody needs are summed over.</summary>
    private static (Tensor Tensor, string Letters) Summed(Tensor x, string letters, string needed)
    {
        int[] gone = [.. Enumerable.Range(0, letters.Length).Where(axis => !needed.Contains(letters[axis], StringComparison.Ordinal))];
        return gone.Length == 0 ? (x, letters) : (OnnxShapes.Squeeze(OnnxReductions.Sum(x, gone), gone), string.Concat(letters.Where((_, axis) => !gone.Contains(axis))));
    }

    private static Tensor Arranged(Tensor x, string letters, string order, int[] lengths) =>
        x.Transposed([.. order.Select(letter => letters.IndexOf(letter, StringComparison.Ordinal))]).Expanded(lengths);

    private static Tensor Ordered(Tensor x, string letters, string output, string equation)
    {
        (x, letters) = Summed(x, letters, output);
        return output.Distinct().Count() == output.Length && output.All(letter => letters.Contains(letter, StringComparison.Ordinal))
            ? x.Transposed([.. output.Select(letter => letters.IndexOf(letter, StringComparison.Ordinal))])
            : throw new FormatException($"equation {equation}: the result names letters that are not there, or one twice");
    }
}
