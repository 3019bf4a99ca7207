"""Facts that are read off a source."""

import pathlib
import sys
import textwrap
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "agent"))

import scan as scanner  # noqa: E402


def scan(source, main="main.py", **others):
    files = {name.replace("__", "/") + ".py": text.encode() for name, text in others.items()}
    files[main] = source if isinstance(source, bytes) else textwrap.dedent(source).encode("utf-8")
    return scanner.scan(files, main)


class Facts(unittest.TestCase):
    def test_imports(self):
        found = scan("import socket as so, sys\nfrom threading import Thread as T\nfrom . import x\n")["imports"]
        self.assertEqual(
            [(entry["name"], entry["line"], entry.get("member"), entry.get("as")) for entry in found],
            [("socket", 1, None, "so"), ("sys", 1, None, None), ("threading", 2, "Thread", "T"), (".", 3, "x", None)],
        )

    def test_an_import_by_a_function_is_one(self):
        found = scan("x = __import__('socketserver')\nimportlib.import_module('http.server')\n__import__('sock' + y)\n")
        self.assertEqual(
            [(entry["name"], entry["line"]) for entry in found["imports"]],
            [("socketserver", 1), ("http.server", 2), ("importlib", 3)],
        )

    def test_calls(self):
        found = scan("""
            import socket
            s = socket.socket(socket.AF_INET,
                              socket.SOCK_STREAM)
            def serve(conn):
                while conn.recv(1024):
                    conn.sendall("é".encode(), flags=0)
                conn.close()
            for x in list(y):
                serve(*x, **z)
            [print(i) for i in x]
        """)["calls"]
        self.assertEqual(
            [(entry["name"], entry["line"], entry["arguments"], entry["inLoop"], entry["function"]) for entry in found],
            [
                ("socket.socket", 3, ["socket.AF_INET", "socket.SOCK_STREAM"], False, None),
                ("conn.recv", 6, ["1024"], True, "serve"),
                ("conn.sendall", 7, ['"é".encode()', "flags=0"], True, "serve"),
                ('"é".encode', 7, [], True, "serve"),
                ("conn.close", 8, [], False, "serve"),
                ("list", 9, ["y"], False, None),
                ("serve", 10, ["*x", "**z"], True, None),
                ("print", 11, ["i"], False, None),
            ],
        )

    def test_a_function_defined_in_a_loop_is_not_in_it(self):
        found = scan("while True:\n  def f():\n    g()\n  class A:\n    def h(self): g()\n")["calls"]
        self.assertEqual([(call["function"], call["inLoop"]) for call in found], [("f", False), ("h", False)])

    def test_bare(self):
        found = scan("conn.close\ns\n'texte'\nf()\nx = conn.close\n")["bare"]
        self.assertEqual([(entry["text"], entry["line"]) for entry in found], [("conn.close", 1), ("s", 2)])

    def test_functions_and_whether_they_are_called(self):
        found = scan("""
            def main(): pass
            def alone(): alone()
            def worker(): pass
            def named(): pass
            Thread(target=worker)
            main()
            named
            class A:
                def __init__(self): self.go()
                def go(self): pass
        """)["functions"]
        self.assertEqual(
            {entry["name"]: entry["called"] for entry in found},
            {"main": True, "alone": False, "worker": True, "named": False, "__init__": True, "go": True},
        )

    def test_handlers(self):
        found = scan("""
            try: f()
            except socket.error: print("oups")
            except (OSError, ValueError): raise
            except KeyError: pass
            except IndexError as e:
                print(e)
                break_ = 1
            except: ...
            while True:
                try: f()
                except OSError:
                    print("fini")
                    break
                except A:
                    def g(): raise B
                except C:
                    if x: raise D
        """)["handlers"]
        self.assertEqual(
            [(entry["types"], entry["body"], entry["swallows"]) for entry in found],
            [
                (["socket.error"], "print", True),
                (["OSError", "ValueError"], "other", False),
                (["KeyError"], "pass", True),
                (["IndexError"], "other", True),
                ([], "pass", True),
                (["OSError"], "break", True),
                (["A"], "other", True),
                (["C"], "other", False),
            ],
        )

    def test_assignments_of_calls(self):
        found = scan("conn = s.accept()\nconn, addr = s.accept()\nx = 1\nwith s.accept() as y: pass\nif (z := f()): pass\n")
        self.assertEqual(
            [(entry["line"], entry["target"], entry["value"]) for entry in found["assignments"]],
            [(1, "conn", "s.accept()"), (2, "conn, addr", "s.accept()"), (4, "y", "s.accept()"), (5, "z", "f()")],
        )

    def test_constants(self):
        found = scan("x = 'é', b'Salut mec.', 3, f'a{x}'\n'\\ud800'\n")["constants"]
        self.assertEqual(
            [(entry["text"], entry["bytes"]) for entry in found],
            [("é", False), ("Salut mec.", True), ("a", False), ("?", False)],
        )

    def test_only_definitions(self):
        for source, expected in (
            ("", True),
            ("import socket\ndef main():\n  f()\n", True),
            ("PORT = 8888\ndef main(): pass\nmain\n", True),
            ("if __name__ == '__main__':\n  pass\n", True),
            ("def main(): pass\nif __name__ == '__main__':\n  main()\n", False),
            ("s = socket.socket()\n", False),
            ("while True: pass\n", False),
            ("try:\n  import socket\nexcept ImportError:\n  exit()\n", False),
        ):
            with self.subTest(source):
                self.assertIs(scan(source)["onlyDefinitions"], expected)

    def test_what_an_imported_file_runs_counts(self):
        self.assertFalse(scan("import outils\n", outils="f()\n")["onlyDefinitions"])
        self.assertTrue(scan("import outils\n", outils="import main\n")["onlyDefinitions"])

    def test_shadows(self):
        found = scan("import socket, threading, random\n", socket="", select="", random="", queue="", time="", outils="")
        self.assertEqual([name for name in found["shadows"] if name != "select.py"], ["random.py", "socket.py"])
        self.assertEqual(scan("import outils", outils="", socket="")["shadows"], [])
        self.assertEqual(scan("import socket", main="socket.py")["shadows"], ["socket.py"])
        self.assertEqual(scan("import socket", main="a/main.py", socket="", a__socket="")["shadows"], ["a/socket.py"])

    def test_lists_are_bounded(self):
        found = scan("\n".join(["f('x')"] * 1000) + "\nx = '%s'\n" % ("a" * 5000))
        self.assertEqual((len(found["calls"]), len(found["constants"])), (400, 400))
        self.assertLessEqual(len(scan("f('%s')\n" % ("a" * 5000))["calls"][0]["arguments"][0]), 200)

    def test_a_long_expression(self):
        found = scan("x = " + "+".join(["f()"] * 500))
        self.assertEqual(len(found["calls"]), 400)

    def test_files_are_told_apart(self):
        found = scan("f()\n", outils="g()\n", lisezmoi="")
        self.assertEqual([(call["file"], call["name"]) for call in found["calls"]], [("main.py", "f"), ("outils.py", "g")])


class Errors(unittest.TestCase):
    def error(self, source):
        found = scan(source)
        self.assertEqual(list(found), ["error"])
        return found["error"]

    def test_syntax(self):
        found = self.error("x = 1\ny = = 2\n")
        self.assertEqual(
            found, {"file": "main.py", "message": "invalid syntax", "line": 2, "offset": 5, "text": "y = = 2"}
        )

    def test_outside_a_function(self):
        self.assertEqual(self.error("x = 1\nreturn x\n")["line"], 2)

    def test_not_text(self):
        found = self.error(b"x = 1\ny = '\xe9'\n")
        self.assertEqual(found["line"], 2)
        self.assertTrue(found["message"])

    def test_unknown_encoding(self):
        self.assertIn("nulle", self.error(b"# coding: nulle\nx = 1\n")["message"])

    def test_null_bytes(self):
        self.assertIn("null", self.error(b"x = 1\n\0\n")["message"])

    def test_nesting_too_deep(self):
        for source in ("(" * 3000, "x = " + "-" * 200000 + "1"):
            with self.subTest(source[:10]):
                self.assertTrue(self.error(source)["message"])

    def test_another_file_in_error_leaves_the_main_ones_facts(self):
        self.assertEqual(len(scan("f()\n", outils="= =\n")["calls"]), 1)


class Encodings(unittest.TestCase):
    def test_declared_and_marked(self):
        for source in (
            "# -*- coding: latin-1 -*-\nf('é', g())\n".encode("latin-1"),
            b"\xef\xbb\xbf" + "#\nf('é', g())\n".encode("utf-8"),
            "#\r\nf('é', g())\r\n".encode("utf-8"),
        ):
            with self.subTest(source):
                call = scan(source)["calls"][0]
                self.assertEqual((call["line"], call["arguments"]), (2, ["'é'", "g()"]))


if __name__ == "__main__":
    unittest.main()
