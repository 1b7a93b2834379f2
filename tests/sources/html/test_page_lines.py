from kg.sources.html.page_lines import LineWriter, line_numbers


def texts(writer):
    writer.end_line()
    return [line.text for line in writer.lines]


def test_white_space_is_one_blank_and_what_nobody_sees_is_none():
    writer = LineWriter()
    writer.write("  On\n\tmil\u00adls\u200b", 0)
    writer.write("\u00a0 turn ", 9)
    assert texts(writer) == ["On mills turn"]


def test_gaps_stand_between_blocks_only():
    writer = LineWriter()
    writer.end_block()
    writer.write("a", 0)
    writer.end_block()
    writer.end_block()
    writer.write("b", 1)
    writer.end_line()
    writer.end_block()
    assert texts(writer) == ["a", "", "b"]


def test_two_line_ends_are_a_gap():
    writer = LineWriter()
    writer.write("a", 0)
    writer.break_line()
    writer.write("b", 1)
    writer.break_line()
    writer.break_line()
    writer.write("c", 2)
    assert texts(writer) == ["a", "b", "", "c"]


def test_text_as_it_stands_keeps_its_blanks_and_places():
    writer = LineWriter()
    writer.write_as_it_stands("a\n  b  c\n", 5)
    assert [(line.text, line.place) for line in writer.lines] == [
        ("a", 5),
        ("  b  c", 7),
    ]


def test_lines_of_a_part_are_taken_over_with_their_gaps():
    part = LineWriter()
    part.write("a", 0)
    part.end_block()
    part.write("b", 3)
    part.end_line()
    writer = LineWriter()
    writer.write("before", 0)
    writer.add(part.lines)
    assert texts(writer) == ["before", "a", "", "b"]


def test_numbers_of_lines_in_any_order():
    assert line_numbers("a\nb\n\nc", [5, 0, 2, 2]) == [4, 1, 2, 2]
