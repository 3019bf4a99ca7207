"""The pictures of the README: what a terminal shows is what is drawn."""

import os
import sys
import unittest
import xml.etree.ElementTree as tree

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "pictures"))

import ansi_to_svg  # noqa: E402

TEXT = "{http://www.w3.org/2000/svg}text"


def texts(screen):
    root = tree.fromstring(ansi_to_svg.picture(screen, "titre"))
    return [(node.text, node.get("fill")) for node in root.iter(TEXT)][1:]


class Pictures(unittest.TestCase):
    def test_plain_text_is_drawn_as_it_is(self):
        self.assertEqual(texts("a < b & c\n"), [("a < b & c", ansi_to_svg.FOREGROUND)])

    def test_a_colour_lasts_until_it_is_reset(self):
        red, plain = ansi_to_svg.PALETTE[1], ansi_to_svg.FOREGROUND
        self.assertEqual(texts("\x1b[31mnon\x1b[0m oui"), [("non", red), (" oui", plain)])

    def test_a_colour_goes_on_over_the_line(self):
        green = ansi_to_svg.PALETTE[2]
        self.assertEqual(texts("\x1b[32mun\ndeux"), [("un", green), ("deux", green)])

    def test_256_colours_and_true_colours(self):
        self.assertEqual(texts("\x1b[38;5;196mx")[0][1], "#ff0000")
        self.assertEqual(texts("\x1b[38;2;1;2;3mx")[0][1], "#010203")

    def test_other_escapes_leave_no_trace(self):
        self.assertEqual(texts("\x1b(Ba\x0f\x1b]0;t\x07b"), [("ab", ansi_to_svg.FOREGROUND)])


if __name__ == "__main__":
    unittest.main()
