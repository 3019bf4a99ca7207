"""Facts that can be read off a program's source without running it: the body of the `scan` event of PROTOCOL.md.

`scan` is a pure function of the files. It judges nothing: that a call is missing or a handler too wide is for the
diagnosis to say.
"""

import ast
import codecs
import re
import sys
import warnings

MAX_ENTRIES = 400
MAX_TEXT = 200
MAX_ARGUMENTS = 10

# What `import socket` loads in turn, of what a file may hide (versions 3.8 to 3.13).
SOCKET_NEEDS = frozenset(
    "collections enum functools heapq keyword math operator reprlib select selectors socket types".split()
)

# Loaded before a learner's folder is on the path: a file of that name is never looked at.
LOADED_AT_START = frozenset(
    "_collections_abc abc codecs encodings genericpath importlib io ntpath os posixpath site stat sys".split()
)

# For interpreters without sys.stdlib_module_names (before 3.10): those that a program about sockets may meet.
COMMON_MODULES = SOCKET_NEEDS | frozenset(
    "argparse ast asyncio base64 bisect calendar code codecs contextlib copy csv ctypes datetime decimal email errno "
    "fractions getopt getpass hashlib http inspect ipaddress itertools json linecache locale logging mailbox "
    "multiprocessing pathlib pickle platform pprint queue random sched secrets shutil signal smtplib socketserver "
    "sqlite3 ssl stat statistics string struct subprocess tempfile test textwrap threading time timeit token tokenize "
    "traceback typing unittest urllib uuid warnings weakref xml zipfile".split()
)

STANDARD_MODULES = frozenset(getattr(sys, "stdlib_module_names", COMMON_MODULES)) - LOADED_AT_START - frozenset(
    sys.builtin_module_names
)

# Calls that import what their first argument names.
IMPORTING_CALLS = ("__import__", "import_module")
LISTS = ("imports", "functions", "bare", "calls", "assignments", "handlers", "constants")

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
LOOPS = (ast.For, ast.AsyncFor, ast.While)
CODING_LINE = re.compile(rb"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)")


def scan(files, main):
    """The facts of all Python files of a submission; `error` alone when the main one is not Python.

    `files` maps names to octets. Each fact has the `file` that it is in.
    """
    programs = {}
    for name in sorted(files, key=lambda name: (name != main, name)):
        if name != main and not name.endswith(".py"):
            continue
        program = _parse(name, files[name])
        if isinstance(program, Program):
            programs[name] = program
        elif name == main:
            return {"error": program}
    facts = {key: [] for key in LISTS}
    for program in programs.values():
        for key, entries in program.facts().items():
            facts[key] += entries
    found = {key: entries[:MAX_ENTRIES] for key, entries in facts.items()}
    found["functions"] = _with_called(found["functions"], programs)
    found["shadows"] = _shadows(files, main, facts["imports"])
    found["onlyDefinitions"] = main in programs and _only_definitions(main, programs, set())
    return found


# Reading


def _parse(name, octets):
    """A Program, or the `error` of a file that is not Python."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = compile(octets, name, "exec", ast.PyCF_ONLY_AST, dont_inherit=True)
            # Some errors, `return` outside a function among them, are found only here.
            compile(tree, name, "exec", dont_inherit=True)
    except SyntaxError as error:
        return _syntax_error(name, octets, error)
    except ValueError as error:
        return _error(name, octets, str(error), octets[: octets.find(b"\0")].count(b"\n") + 1)
    except (RecursionError, MemoryError) as error:
        return {"file": name, "message": str(error) or "too deeply nested"}
    return Program(name, _utf8_lines(octets), tree)


def _syntax_error(name, octets, error):
    undecodable = _undecodable_line(octets)
    if undecodable is not None:
        return _error(name, octets, error.msg, undecodable)
    found = {"file": name, "message": str(error.msg)}
    if error.lineno:
        found["line"] = error.lineno
    if error.offset is not None and error.offset > 0:
        found["offset"] = error.offset
    if error.text:
        found["text"] = error.text.rstrip("\r\n")[:MAX_TEXT]
    return found


def _error(name, octets, message, line):
    lines = octets.splitlines()
    found = {"file": name, "message": message, "line": line}
    if line <= len(lines):
        found["text"] = lines[line - 1].decode("utf-8", "replace")[:MAX_TEXT]
    return found


def _encoding(octets):
    """The name of the encoding that a file declares; utf-8 without a declaration."""
    if octets.startswith(codecs.BOM_UTF8):
        return "utf-8"
    for line in octets.split(b"\n", 2)[:2]:
        declared = CODING_LINE.match(line)
        if declared:
            return declared.group(1).decode("ascii")
        if line.strip() and not line.lstrip().startswith(b"#"):
            break
    return "utf-8"


def _undecodable_line(octets):
    """The first line that is not text in the file's own encoding, or None."""
    try:
        octets.decode(_encoding(octets))
    except LookupError:
        return 1
    except UnicodeDecodeError as error:
        return octets[: error.start].count(b"\n") + 1
    return None


def _utf8_lines(octets):
    """The lines as the tree's columns count them: in UTF-8."""
    if octets.startswith(codecs.BOM_UTF8):
        octets = octets[len(codecs.BOM_UTF8):]
    text = octets.decode(_encoding(octets), "replace").encode("utf-8")
    return text.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")


def _last_name(function):
    return getattr(function, "attr", None) or getattr(function, "id", None)


def _imported(call):
    """The module that such a call imports; where only the run knows it, the one that does it."""
    first = call.args[0] if call.args else None
    named = isinstance(first, ast.Constant) and isinstance(first.value, str) and first.value
    return named[:MAX_TEXT] if named else "importlib"


class Program:
    """One file: its tree and its lines."""

    def __init__(self, name, lines, tree):
        self.name = name
        self.lines = lines
        self.tree = tree

    def text(self, node):
        """The source of a node on one line, shortened."""
        first, last = node.lineno - 1, node.end_lineno - 1
        if first == last:
            octets = self.lines[first][node.col_offset:node.end_col_offset]
        else:
            inside = self.lines[first + 1:last]
            octets = b" ".join(
                [self.lines[first][node.col_offset:], *inside, self.lines[last][:node.end_col_offset]]
            )
        return " ".join(octets[: 4 * MAX_TEXT].decode("utf-8", "replace").split())[:MAX_TEXT]

    def places(self):
        """(node, name of the enclosing function or None, in a loop) for every node, in the order of the source."""
        pending = [(self.tree, None, False)]
        while pending:
            node, function, in_loop = pending.pop()
            yield node, function, in_loop
            pending.extend(reversed(list(_children(node, function, in_loop))))

    def facts(self):
        """The lists of facts of this file."""
        found = {key: [] for key in LISTS}
        for node, function, in_loop in self.places():
            for key, entry in self._facts_of(node, function, in_loop):
                if len(found[key]) < MAX_ENTRIES:
                    entry["file"] = self.name
                    found[key].append(entry)
        return found

    def _facts_of(self, node, function, in_loop):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            yield from self._imports(node)
        elif isinstance(node, FUNCTIONS):
            yield "functions", {"name": node.name, "line": node.lineno}
        elif isinstance(node, ast.Expr) and isinstance(node.value, (ast.Name, ast.Attribute)):
            yield "bare", {"text": self.text(node.value), "line": node.lineno}
        elif isinstance(node, ast.Call):
            yield "calls", self._call(node, function, in_loop)
            if _last_name(node.func) in IMPORTING_CALLS:
                yield "imports", {"name": _imported(node), "line": node.lineno}
        elif isinstance(node, ast.ExceptHandler):
            yield "handlers", self._handler(node)
        elif isinstance(node, ast.Constant) and isinstance(node.value, (str, bytes)):
            yield "constants", _constant(node)
        yield from self._assignments(node)

    def _imports(self, node):
        for alias in node.names:
            if isinstance(node, ast.Import):
                entry = {"name": alias.name, "line": node.lineno}
            else:
                entry = {"name": "." * node.level + (node.module or ""), "line": node.lineno, "member": alias.name}
            if alias.asname:
                entry["as"] = alias.asname
            yield "imports", entry

    def _call(self, node, function, in_loop):
        arguments = [self.text(argument) for argument in node.args]
        arguments += [
            "%s=%s" % (keyword.arg, self.text(keyword.value)) if keyword.arg else "**" + self.text(keyword.value)
            for keyword in node.keywords
        ]
        return {
            "name": self.text(node.func),
            "line": node.lineno,
            "arguments": arguments[:MAX_ARGUMENTS],
            "inLoop": in_loop,
            "function": function,
        }

    def _handler(self, node):
        kinds = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type] if node.type else []
        return {
            "line": node.lineno,
            "types": [self.text(kind) for kind in kinds],
            "body": _body(node.body),
            "swallows": not _raises(node.body),
        }

    def _assignments(self, node):
        if isinstance(node, ast.Assign):
            pairs = [(target, node.value) for target in node.targets]
        elif isinstance(node, (ast.AnnAssign, ast.NamedExpr)):
            pairs = [(node.target, node.value)]
        elif isinstance(node, (ast.With, ast.AsyncWith)):
            pairs = [(item.optional_vars, item.context_expr) for item in node.items]
        else:
            return
        for target, value in pairs:
            if target is not None and isinstance(value, ast.Call):
                entry = {"line": value.lineno, "target": self.text(target), "value": self.text(value)}
                yield "assignments", entry


def _children(node, function, in_loop):
    """(child, function, in a loop) of each child of a node."""
    for field, value in ast.iter_fields(node):
        inside, looping = function, in_loop
        if isinstance(node, FUNCTIONS + (ast.Lambda,)) and field == "body":
            inside, looping = getattr(node, "name", function), False
        elif isinstance(node, LOOPS) and (field == "body" or field == "test"):
            looping = True
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield child, inside, looping


def _constant(node):
    if isinstance(node.value, bytes):
        text = node.value[:MAX_TEXT].decode("utf-8", "replace")
        return {"text": text, "line": node.lineno, "bytes": True}
    # A lone surrogate, which a string may hold, could not be sent to anyone.
    text = node.value[:MAX_TEXT].encode("utf-8", "replace").decode("utf-8")
    return {"text": text, "line": node.lineno, "bytes": False}


# Handlers


def _body(statements):
    kinds = {_statement(statement) for statement in statements}
    if len(kinds) == 1:
        return kinds.pop()
    if kinds == {"pass", "print"}:
        return "print"
    return "break" if isinstance(statements[-1], ast.Break) else "other"


def _statement(statement):
    if isinstance(statement, ast.Pass):
        return "pass"
    if isinstance(statement, ast.Break):
        return "break"
    value = statement.value if isinstance(statement, ast.Expr) else None
    if isinstance(value, ast.Constant):
        return "pass"
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id == "print":
        return "print"
    return "other"


def _raises(statements):
    """True if a `raise` stands in these statements, not counting functions that they define."""
    pending = list(statements)
    while pending:
        node = pending.pop()
        if isinstance(node, ast.Raise):
            return True
        if not isinstance(node, FUNCTIONS + (ast.Lambda, ast.ClassDef)):
            pending.extend(ast.iter_child_nodes(node))
    return False


# What runs


def _with_called(functions, programs):
    """The functions, each with `called`: its name is used somewhere outside its own body."""
    uses = {}
    for program in programs.values():
        for name, function in _uses(program):
            uses.setdefault(name, set()).add((program.name, function))
    for function in functions:
        outside = uses.get(function["name"], set()) - {(function["file"], function["name"])}
        # Python itself calls __init__, __enter__ and the like.
        function["called"] = bool(outside) or re.fullmatch(r"__\w+__", function["name"]) is not None
    return functions


def _uses(program):
    """(name, enclosing function) wherever a name is read; one that stands alone as a statement is not used."""
    alone = set()
    for node, function, _ in program.places():
        if isinstance(node, ast.Expr):
            alone.add(node.value)
        elif node in alone:
            continue
        elif isinstance(node, ast.Attribute):
            yield node.attr, function
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            yield node.id, function


def _only_definitions(name, programs, seen):
    """True if running this file does nothing but define: no call, no loop, not even in a file that it imports."""
    if name in seen or name not in programs:
        return True
    seen.add(name)
    return all(_defines(statement, programs, seen) for statement in programs[name].tree.body)


def _defines(statement, programs, seen):
    if isinstance(statement, FUNCTIONS + (ast.ClassDef, ast.Pass)):
        return True
    if isinstance(statement, ast.Import):
        return all(_only_definitions(alias.name + ".py", programs, seen) for alias in statement.names)
    if isinstance(statement, ast.ImportFrom):
        return _only_definitions((statement.module or "") + ".py", programs, seen)
    if isinstance(statement, (ast.If, ast.Try, ast.With)):
        blocks = [getattr(statement, field, []) for field in ("body", "orelse", "finalbody")]
        blocks += [handler.body for handler in getattr(statement, "handlers", [])]
        return all(_defines(inner, programs, seen) for block in blocks for inner in block) and not (
            isinstance(statement, ast.With)
        )
    if isinstance(statement, (ast.Assign, ast.AnnAssign, ast.Expr)):
        return not any(isinstance(node, (ast.Call, ast.Await)) for node in ast.walk(statement))
    return False


def _shadows(files, main, imports):
    """The learner's files, next to the main one, that hide a standard module which the program needs."""
    folder = main.rpartition("/")[0]
    prefix = folder + "/" if folder else ""
    wanted = {entry["name"].partition(".")[0] for entry in imports}
    # A hidden socket module, or one that it needs, breaks every program of this course.
    if "socket" in wanted:
        wanted |= SOCKET_NEEDS
    found = []
    for name in sorted(files):
        if not name.startswith(prefix) or not name.endswith(".py"):
            continue
        module = name[len(prefix):-len(".py")]
        if module.endswith("/__init__"):
            module = module[: -len("/__init__")]
        if module in wanted and module in STANDARD_MODULES:
            found.append(name)
    return found
