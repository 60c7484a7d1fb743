using System.Collections.Frozen;

namespace Eqnn.Drawing.Typesetting;

/// <summary>The letters that pdflatex does not take as they stand: those it reserves, and everything beyond ASCII.</summary>
internal static class LatexLetters
{
    private static readonly FrozenDictionary<char, string> Reserved = new Dictionary<char, string>
    {
        ['\\'] = @"\textbackslash{}",
        ['{'] = @"\{",
        ['}'] = @"\}",
        ['$'] = @"\$",
        ['%'] = @"\%",
        ['&'] = @"\&",
        ['#'] = @"\#",
        ['_'] = @"\_",
        ['^'] = @"\textasciicircum{}",
        ['~'] = @"\textasciitilde{}",
        ['`'] = @"\`{}",
        ['"'] = "''",
        ['<'] = "$<$",
        ['>'] = "$>$",
        ['|'] = "$|$",

        // After the end of a row they would be taken for an argument.
        ['['] = "{[}",
        [']'] = "{]}",
        ['*'] = "{*}",
    }.ToFrozenDictionary();

    /// <summary>Letters of mathematics in math mode.</summary>
    private static readonly FrozenDictionary<char, string> Mathematics = new Dictionary<char, string>
    {
        ['α'] = @"\alpha",
        ['β'] = @"\beta",
        ['γ'] = @"\gamma",
        ['δ'] = @"\delta",
        ['ε'] = @"\varepsilon",
        ['ζ'] = @"\zeta",
        ['θ'] = @"\theta",
        ['κ'] = @"\kappa",
        ['λ'] = @"\lambda",
        ['μ'] = @"\mu",
        ['ν'] = @"\nu",
        ['π'] = @"\pi",
        ['ρ'] = @"\rho",
        ['σ'] = @"\sigma",
        ['τ'] = @"\tau",
        ['φ'] = @"\varphi",
        ['χ'] = @"\chi",
        ['ψ'] = @"\psi",
        ['ω'] = @"\omega",
        ['Γ'] = @"\Gamma",
        ['Δ'] = @"\Delta",
        ['Φ'] = @"\Phi",
        ['Ω'] = @"\Omega",
        ['Σ'] = @"\sum",
        ['Π'] = @"\prod",
        ['∏'] = @"\prod",
        ['∫'] = @"\int",
        ['∂'] = @"\partial",
        ['√'] = @"\surd",
        ['ℓ'] = @"\ell",
        ['ℝ'] = @"\mathbb{R}",
        ['ℂ'] = @"\mathbb{C}",
        ['ℍ'] = @"\mathbb{H}",
        ['ℚ'] = @"\mathbb{Q}",
        ['ℤ'] = @"\mathbb{Z}",

        ['≤'] = @"\le",
        ['≥'] = @"\ge",
        ['≠'] = @"\ne",
        ['≡'] = @"\equiv",
        ['≅'] = @"\cong",
        ['±'] = @"\pm",
        ['∓'] = @"\mp",
        ['−'] = "-",
        ['×'] = @"\times",
        ['·'] = @"\cdot",
        ['⋯'] = @"\cdots",
        ['∘'] = @"\circ",
        ['⊕'] = @"\oplus",
        ['⊗'] = @"\otimes",
        ['→'] = @"\to",
        ['↦'] = @"\mapsto",
        ['↔'] = @"\leftrightarrow",
        ['∩'] = @"\cap",
        ['∪'] = @"\cup",
        ['∧'] = @"\wedge",
        ['∨'] = @"\vee",
        ['∈'] = @"\in",
        ['∉'] = @"\notin",
        ['⊆'] = @"\subseteq",
        ['∅'] = @"\emptyset",
        ['∖'] = @"\setminus",
        ['⊥'] = @"\perp",
        ['∞'] = @"\infty",
        ['‖'] = @"\|",
        ['⟨'] = @"\langle",
        ['⟩'] = @"\rangle",
        ['⌊'] = @"\lfloor",
        ['⌋'] = @"\rfloor",
        ['⌈'] = @"\lceil",
        ['⌉'] = @"\rceil",
        ['′'] = @"\prime",
        ['ᵀ'] = "^{T}",
        ['ᵢ'] = "_{i}",
        ['ⁿ'] = "^{n}",
        ['⁻'] = "^{-}",
        ['₊'] = "_{+}",
        ['₋'] = "_{-}",
    }.ToFrozenDictionary();

    /// <summary>Letters of words and punctuation.</summary>
    private static readonly FrozenDictionary<char, string> Words = new Dictionary<char, string>
    {
        ['…'] = @"\dots{}",
        ['–'] = "--",
        ['—'] = "---",
        ['§'] = @"\S{}",
        ['°'] = @"$^{\circ}$",
        ['’'] = "'",
        ['ä'] = "\\\"{a}",
        ['ö'] = "\\\"{o}",
        ['ü'] = "\\\"{u}",
        ['Ä'] = "\\\"{A}",
        ['Ö'] = "\\\"{O}",
        ['Ü'] = "\\\"{U}",
        ['ß'] = @"\ss{}",
        ['é'] = @"\'{e}",
        ['è'] = @"\`{e}",
        ['à'] = @"\`{a}",
        ['á'] = @"\'{a}",
        ['ó'] = @"\'{o}",
        ['ç'] = @"\c{c}",
        ['ñ'] = @"\~{n}",
        ['ø'] = @"\o{}",
        ['å'] = @"\aa{}",
        ['æ'] = @"\ae{}",
        ['\u00a0'] = "~",
    }.ToFrozenDictionary();

    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private const string Lowered = "₀₁₂₃₄₅₆₇₈₉";

    /// <summary>What a letter is in math mode; null for a letter of words.</summary>
    public static string? Math(char letter) =>
        Mathematics.TryGetValue(letter, out var command) ? command
        : Raised.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var up ? $"^{{{up}}}"
        : Lowered.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var down ? $"_{{{down}}}"
        : null;

    /// <summary>What a letter is in running text: itself, a command, math mode for letters of mathematics, its number for letters that have none of these.</summary>
    public static string Text(char letter) =>
        Reserved.TryGetValue(letter, out var reserved) ? reserved
        : letter is >= ' ' and <= '~' ? letter.ToString()
        : Words.TryGetValue(letter, out var word) ? word
        : Math(letter) is { } math ? $"${math}$"
        : FormattableString.Invariant($"{{[}}U+{(int)letter:X4}{{]}}");
}
