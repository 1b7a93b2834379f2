from hypothesis import given
from hypothesis import strategies as st

from kg.figure.label_placement import Box, Page, around_disc

NUMBER = st.integers(0, 200)
BOX = st.tuples(NUMBER, NUMBER, st.integers(1, 60), st.integers(1, 20)).map(
    lambda b: Box(b[0], b[1], b[0] + b[2], b[1] + b[3])
)


def _overlap(a, b):
    return (
        a.left < b.right and b.left < a.right and a.top < b.bottom and b.top < a.bottom
    )


@given(st.lists(BOX, max_size=12))
def test_what_is_placed_lies_inside_and_hides_nothing(boxes):
    page = Page(Box(0, 0, 200, 200))
    placed = [box for box in boxes if page.place([box])]
    for number, box in enumerate(placed):
        assert box.right <= 200
        assert box.bottom <= 200
        assert not any(_overlap(box, other) for other in placed[:number])
    for box in set(boxes) - set(placed):
        outside = box.right > 200 or box.bottom > 200
        assert outside or any(_overlap(box, other) for other in placed)


def test_the_first_free_choice_is_taken():
    page = Page(Box(0, 0, 100, 100))
    page.cover(Box(0, 0, 50, 50))
    choices = [Box(10, 10, 20, 20), Box(60, 10, 70, 20), Box(80, 80, 90, 90)]
    assert page.place(choices) == choices[1]
    assert page.place(choices[:2]) is None


def test_a_box_is_moved_to_the_side_of_the_page():
    page = Page(Box(0, 0, 100, 100))
    assert page.move_inside(Box(-5, 1, 10, 2)) == Box(0, 1, 15, 2)
    assert page.move_inside(Box(95, 1, 110, 2)) == Box(85, 1, 100, 2)
    assert page.move_inside(Box(5, 1, 10, 2)) == Box(5, 1, 10, 2)


def test_around_a_disc_no_choice_lies_on_its_middle():
    for box in around_disc(50, 50, 3, 20, 8):
        assert not (box.left < 50 < box.right and box.top < 50 < box.bottom)
        assert round(box.right - box.left, 9) == 20
