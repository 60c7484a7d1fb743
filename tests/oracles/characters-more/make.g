# Character tables of further groups, as files in the format of README.md here.
# gap -q --nointeract make.g   (in this folder; GAP 4.12 with the packages smallgrp and ctbllib not used for tables)
SetInfoLevel(InfoWarning, 0);
LadderGens := function(name)
  # ../../Eqnn.Benchmarks/ladder.json has one group on each line.
  local stream, line, key, pos;
  key := Concatenation("\"", name, "\":");
  stream := InputTextFile("../../Eqnn.Benchmarks/ladder.json");
  repeat
    line := ReadLine(stream);
    if line = fail then Error("no group ", name); fi;
    pos := PositionSublist(line, key);
  until pos <> fail;
  CloseStream(stream);
  line := line{[pos + Length(key) .. Length(line)]};
  line := Chomp(line);
  if line[Length(line)] = ',' then line := line{[1 .. Length(line) - 1]}; fi;
  return List(EvalString(line), PermList);
end;
Gens := function(group)
  local iso, image;
  iso := IsomorphismPermGroup(group);
  image := Image(iso);
  image := Image(SmallerDegreePermutationRepresentation(image));
  image := Action(image, MovedPoints(image));
  return SmallGeneratingSet(image);
end;
Holomorphic := function(p, d)
  # x -> x + 1 and x -> r x on Z/p, r of order d.
  local r;
  r := PrimitiveRootMod(p) ^ ((p - 1) / d) mod p;
  return [PermList(List([0 .. p - 1], x -> (x + 1) mod p + 1)), PermList(List([0 .. p - 1], x -> (r * x) mod p + 1))];
end;
# GAP prints a list that it knows as a range as [1..9].
List2String := function(l)
  if IsList(l) then
    return Concatenation("[", JoinStringsWithSeparator(List(l, List2String), ","), "]");
  fi;
  return String(l);
end;
Write := function(file, name, gens)
  local group, degree, tbl, classes, rows, orders, stream, images;
  group := Group(gens);
  degree := LargestMovedPoint(group);
  images := g -> List2String(ListPerm(g, degree));
  tbl := CharacterTable(group);
  rows := List(Irr(tbl), ValuesOfClassFunction);
  classes := ConjugacyClasses(tbl);
  # Exact row orthogonality, in GAP.
  if ForAny([1 .. Length(rows)], i -> ForAny([1 .. i], j ->
      Sum([1 .. Length(rows)], c -> SizesConjugacyClasses(tbl)[c] * rows[i][c] * ComplexConjugate(rows[j][c])) <> Size(group) * Number([0], x -> i = j))) then
    Error("not orthogonal: ", name);
  fi;
  orders := Collected(List(NormalSubgroups(group), Size));
  stream := OutputTextFile(Concatenation(file, ".json"), false);
  SetPrintFormattingStatus(stream, false);
  PrintTo(stream, "{\"format\":\"character-table/1\",\n\"tool\":\"GAP ", GAPInfo.Version, "\",\n\"command\":\"gap -q --nointeract make.g\",\n\"name\":\"", name, "\",\n\"order\":", Size(group),
    ",\n\"degree\":", degree, ",\n\"generators\":[", JoinStringsWithSeparator(List(gens, images), ","), "],\n\"classRepresentatives\":[",
    JoinStringsWithSeparator(List(classes, c -> images(Representative(c))), ","), "],\n\"classSizes\":", List2String(SizesConjugacyClasses(tbl)),
    ",\n\"indicators\":", List2String(Indicator(tbl, Irr(tbl), 2)), ",\n\"normalSubgroupOrders\":", List2String(orders), ",\n\"rows\":[\n",
    JoinStringsWithSeparator(List(rows, row -> Concatenation("[", JoinStringsWithSeparator(List(row, v -> Concatenation("\"", String(v), "\"")), ","), "]")), ",\n"), "]}\n");
  CloseStream(stream);
end;
for name in ["S7", "A7", "A8", "M11", "PSL(2,11)", "PSL(2,13)", "PSL(2,16)", "PSL(2,17)", "PSL(3,3)", "SU(3,3)", "SL(2,5)", "S4xS4", "S3wrS3", "C2wrS4", "S4wrC2", "2^{1+6}_+", "SmallGroup(64,4)",
    "SmallGroup(64,32)", "SmallGroup(64,73)", "SmallGroup(128,36)", "SmallGroup(128,417)", "SmallGroup(256,400)", "C31:C5", "AGL(1,8)", "AGL(1,9)", "AGL(1,16)", "AGL(1,25)", "AGL(1,27)", "Dih_order60",
    "Sz(8)", "C2wrS5"] do
  Write(ReplacedString(ReplacedString(ReplacedString(Filtered(name, c -> not c in "(){}^"), ",", "_"), ":", "_"), "21+6_+", "ES128_plus"), name, LadderGens(name));
od;
Write("GL2_5", "GL(2,5)", Gens(GL(2,5)));
Write("SL2_7", "SL(2,7)", Gens(SL(2,7)));
Write("PGL2_7", "PGL(2,7)", Gens(PGL(2,7)));
Write("ES32_plus", "2^{1+4}_+", Gens(ExtraspecialGroup(32, "+")));
Write("ES125_plus", "5^{1+2}_+", Gens(ExtraspecialGroup(125, "+")));
Write("Dic5", "Dic5", Gens(SmallGroup(20,1)));
Write("Dic6", "Dic6", Gens(SmallGroup(24,4)));
Write("Q32", "Q32", Gens(QuaternionGroup(32)));
Write("SD32", "SD32", Gens(SmallGroup(32,19)));
Write("M32", "M32", Gens(SmallGroup(32,17)));
Write("C7_C6", "C7:C6", Holomorphic(7, 6));
Write("C13_C4", "C13:C4", Holomorphic(13, 4));
Write("C19_C9", "C19:C9", Holomorphic(19, 9));
Write("S4xS3", "S4 x S3", Gens(DirectProduct(SymmetricGroup(4), SymmetricGroup(3))));
Write("S4xC3", "S4 x C3", Gens(DirectProduct(SymmetricGroup(4), CyclicGroup(3))));
Write("C3xQ8", "C3 x Q8", Gens(DirectProduct(CyclicGroup(3), QuaternionGroup(8))));
Write("Q8xQ8", "Q8 x Q8", Gens(DirectProduct(QuaternionGroup(8), QuaternionGroup(8))));
Write("SL2_3xC5", "SL(2,3) x C5", Gens(DirectProduct(SL(2,3), CyclicGroup(5))));
Write("S3wrC2", "S3 wr C2", Gens(WreathProduct(SymmetricGroup(3), CyclicGroup(IsPermGroup, 2))));
Write("C4wrC2", "C4 wr C2", Gens(WreathProduct(CyclicGroup(IsPermGroup, 4), CyclicGroup(IsPermGroup, 2))));
Write("C3wrS3", "C3 wr S3", Gens(WreathProduct(CyclicGroup(IsPermGroup, 3), SymmetricGroup(3))));
Write("BinaryOctahedral", "2.S4-", Gens(SmallGroup(48,28)));
Write("WF4", "W(F4)", Gens(WeylGroup(RootSystem(SimpleLieAlgebra("F",4,Rationals)))));
QUIT;
