"""Lengths of the fields of perimeter 01 that have one; all others end at a separator."""

_BY_LENGTH = {
    1: "1G 1H 5T 68 6J 76 7C 7D 7E 7F 7G 7I 7J 7O AF AG AT B6 BA BD C0 C5 F3 F5 L7 L8",
    2: "26 2D 34 5J 65 67 6C 6I 6Y 7H A0 A6 B9 BG D8 E0 E5 G0 G1 LA",
    3: "6B A5 A7 A9 BE BF DY E4",
    4: "06 08 09 36 37 45 53 54 56 AD AE E1 E2 E3",
    5: "24 2B 5H 6W 78 7A AY C9",
    6: "07 51 AO",
    7: "52 AK",
    8: "1C 4A 4B 55 57 69 6L 6N 6O 75 96 AA AI AN B7 C4 D3 D4 D6 D7 D9 DA DD DL DS F2 L2 L9",
    9: "0A 0B 7L DF DN DU E7",
    10: "CB",
    11: "AL",
    12: "6R 70 71 86 C3 CC E8 F6",
    13: "40 44 47 49 7K AJ",
    14: "50 DG DO DV",
    17: "85 A4 D0",
    19: "6K",
    21: "5N",
}
FIXED = {name: length for length, names in _BY_LENGTH.items() for name in names.split()}
