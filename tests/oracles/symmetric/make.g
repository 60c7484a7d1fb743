# Values of characters of S_n and A_n, 21 <= n <= 30, by GAP's own recursion: gap -q make.g > values.json
Reset(GlobalMersenneTwister, 2026);;
Text := list -> Concatenation("[", JoinStringsWithSeparator(List(list, String), ","), "]");;
# A random partition of n with many ones half of the time: columns of large centralisers have large entries.
Sparse := function(n)
  local k;
  k := Random([2..n]);
  return Reversed(SortedList(Concatenation(Random(Partitions(k)), List([1..n-k], i -> 1))));
end;;
lines := [];;
for n in [21..30] do
  parts := Partitions(n);
  for i in [1..40] do
    lambda := Random(parts);
    mu := Random(parts);
    if i mod 2 = 0 then mu := Sparse(n); fi;
    value := CharValueSymmetric(n, BetaSet(lambda), mu);
    Add(lines, Concatenation("    {\"n\": ", String(n), ", \"lambda\": ", Text(lambda), ", \"mu\": ", Text(mu), ", \"value\": ", String(value), "}"));
  od;
od;
split := [];;
for n in [21..30] do
  for lambda in Filtered(Partitions(n), p -> AssociatedPartition(p) = p) do
    hooks := List([1..Number([1..Length(lambda)], i -> lambda[i] >= i)], i -> 2*(lambda[i]-i)+1);
    values := List(["+", "-"], s -> CharacterTable("Alternating")!.irreducibles[1][1](n, [lambda, '+'], [hooks, s[1]]));
    Add(split, Concatenation("    {\"n\": ", String(n), ", \"lambda\": ", Text(lambda), ", \"values\": [\"", String(values[1]), "\", \"", String(values[2]), "\"]}"));
  od;
od;
SetPrintFormattingStatus("*stdout*", false);;
Print("{\n  \"format\": \"symmetric-values/1\",\n  \"tool\": \"GAP ", GAPInfo.Version, "\",\n  \"command\": \"gap -q make.g > values.json\",\n");
SetPrintFormattingStatus("*stdout*", false);;
Print("  \"values\": [\n", JoinStringsWithSeparator(lines, ",\n"), "\n  ],\n  \"split\": [\n", JoinStringsWithSeparator(split, ",\n"), "\n  ]\n}\n");
QUIT;
