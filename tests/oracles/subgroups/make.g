# Conjugacy classes of subgroups and tables of marks, from GAP. Run: gap -q --nointeract make.g   (in this folder)
SetInfoLevel(InfoWarning, 0);
Str := function(l)
  # GAP prints a list that it knows as a range as [1..9].
  if IsList(l) then return Concatenation("[", JoinStringsWithSeparator(List(l, Str), ","), "]"); fi;
  return String(l);
end;
Perm := function(group)
  local image;
  if not IsPermGroup(group) then group := Image(IsomorphismPermGroup(group)); fi;
  image := Image(SmallerDegreePermutationRepresentation(group));
  return Action(image, MovedPoints(image));
end;
cases := [
  ["C1", Group(())], ["C12", CyclicGroup(12)], ["C2^4", ElementaryAbelianGroup(16)], ["C2^5", ElementaryAbelianGroup(32)], ["C3^3", ElementaryAbelianGroup(27)], ["C4xC4", AbelianGroup([4,4])],
  ["C6xC6", AbelianGroup([6,6])], ["D4", DihedralGroup(8)], ["Q8", SmallGroup(8,4)], ["D8", DihedralGroup(16)], ["Q16", QuaternionGroup(16)], ["SD16", SmallGroup(16,8)], ["M16", SmallGroup(16,6)],
  ["Dih_order60", DihedralGroup(60)], ["S3xS3", DirectProduct(SymmetricGroup(3), SymmetricGroup(3))], ["F20", SmallGroup(20,3)], ["F21", SmallGroup(21,1)], ["A4", AlternatingGroup(4)], ["S4", SymmetricGroup(4)],
  ["A5", AlternatingGroup(5)], ["S5", SymmetricGroup(5)], ["A6", AlternatingGroup(6)], ["S6", SymmetricGroup(6)], ["PSL(2,7)", PSL(2,7)], ["PSL(2,8)", PSL(2,8)], ["PSL(2,11)", PSL(2,11)], ["PSL(2,13)", PSL(2,13)],
  ["PGL(2,7)", PGL(2,7)], ["M10", PrimitiveGroup(10,6)], ["SL(2,3)", SL(2,3)], ["GL(2,3)", GL(2,3)], ["SL(2,5)", SL(2,5)], ["SL(2,7)", SL(2,7)], ["C2xA5", DirectProduct(CyclicGroup(2), AlternatingGroup(5))],
  ["S4xC2", DirectProduct(SymmetricGroup(4), CyclicGroup(2))], ["S4xS3", DirectProduct(SymmetricGroup(4), SymmetricGroup(3))], ["S4xS4", DirectProduct(SymmetricGroup(4), SymmetricGroup(4))],
  ["S5xS3", DirectProduct(SymmetricGroup(5), SymmetricGroup(3))], ["2^4:A5", PrimitiveGroup(16,12)], ["AGL(3,2)", PrimitiveGroup(8,3)], ["AGL(1,8)", PrimitiveGroup(8,1)], ["AGL(1,9)", PrimitiveGroup(9,4)], ["AGL(2,3)", PrimitiveGroup(9,7)],
  ["C2wrS4", WreathProduct(CyclicGroup(IsPermGroup,2), SymmetricGroup(4))], ["S4wrC2", WreathProduct(SymmetricGroup(4), CyclicGroup(IsPermGroup,2))], ["S3wrS3", WreathProduct(SymmetricGroup(3), SymmetricGroup(3))],
  ["C4wrC2", WreathProduct(CyclicGroup(IsPermGroup,4), CyclicGroup(IsPermGroup,2))], ["2^{1+4}_+", ExtraspecialGroup(32,"+")], ["2^{1+4}_-", ExtraspecialGroup(32,"-")], ["3^{1+2}_+", ExtraspecialGroup(27,3)],
  ["SmallGroup(64,32)", SmallGroup(64,32)], ["SmallGroup(64,73)", SmallGroup(64,73)], ["SmallGroup(64,134)", SmallGroup(64,134)], ["SmallGroup(128,417)", SmallGroup(128,417)], ["SmallGroup(96,64)", SmallGroup(96,64)],
  ["SmallGroup(144,182)", SmallGroup(144,182)], ["SmallGroup(192,955)", SmallGroup(192,955)], ["SmallGroup(72,40)", SmallGroup(72,40)], ["A7", AlternatingGroup(7)]
];
stream := OutputTextFile("classes.json", false);
SetPrintFormattingStatus(stream, false);
PrintTo(stream, "{\n\"format\": \"subgroup-oracle/1\",\n\"tool\": \"GAP ", GAPInfo.Version, "\",\n\"command\": \"gap -q --nointeract make.g\",\n\"groups\": [\n");
for i in [1 .. Length(cases)] do
  name := cases[i][1];
  group := cases[i][2];
  if Size(group) > 1 then group := Perm(group); fi;
  degree := Maximum(1, LargestMovedPoint(group));
  classes := ConjugacyClassesSubgroups(group);
  PrintTo(stream, "{\"name\": \"", name, "\", \"order\": ", Size(group), ", \"degree\": ", degree, ", \"generators\": ", Str(List(GeneratorsOfGroup(group), g -> ListPerm(g, degree))),
    ",\n \"classes\": ", Str(List(classes, c -> [Size(Representative(c)), Size(c)])));
  if Length(classes) <= 20 then
    # Marks in the order of the classes, and generators of the representatives by which the classes are matched.
    reps := List(classes, Representative);
    marks := List(reps, h -> List(reps, k -> Number(RightCosets(group, h), c -> ForAll(GeneratorsOfGroup(k), g -> c * g = c))));
    PrintTo(stream, ",\n \"representatives\": ", Str(List(reps, h -> List(SmallGeneratingSet(h), g -> ListPerm(g, degree)))), ",\n \"marks\": ", Str(marks));
  fi;
  PrintTo(stream, "}");
  if i < Length(cases) then PrintTo(stream, ","); fi;
  PrintTo(stream, "\n");
od;
PrintTo(stream, "]\n}\n");
CloseStream(stream);
QUIT;
