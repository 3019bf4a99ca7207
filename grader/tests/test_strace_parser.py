"""The lines here were recorded from strace 6.1, with the options that the sandbox uses."""

import os
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "agent"))

from strace_parser import (  # noqa: E402
    Call,
    Ended,
    LineReader,
    Signalled,
    decode_address,
    decode_family,
    decode_flags,
    decode_integer,
    decode_string,
    decode_vectors,
    split_arguments,
    vector_size,
)


def read_all(*lines):
    reader = LineReader()
    return [record for record in map(reader.read, lines) if record is not None]


class Lines(unittest.TestCase):
    def test_a_whole_call(self):
        (call,) = read_all(
            "13    1795347241.123339 bind(3, {sa_family=AF_INET, sin_port=htons(8888), "
            'sin_addr=inet_addr("\\x30\\x2e\\x30\\x2e\\x30\\x2e\\x30")}, 16) = 0 <0.000218>'
        )
        self.assertEqual((call.thread, call.start, call.end), (13, 1795347241.123339, 1795347241.123557))
        self.assertEqual((call.name, call.result, call.errno), ("bind", 0, None))
        self.assertEqual(call.arguments[0], "3")
        self.assertEqual(decode_address(call.arguments[1]), {"host": "0.0.0.0", "port": 8888})
        self.assertEqual(call.arguments[2], "16")

    def test_padding_before_the_result(self):
        (call,) = read_all("13    1795347241.123616 listen(3, 5)    = 0 <0.000015>\n")
        self.assertEqual((call.name, call.arguments, call.result), ("listen", ["3", "5"], 0))

    def test_a_failed_call(self):
        (call,) = read_all(
            "13    1795347241.397415 recvfrom(5, 0x7f4122027800, 10, 0, 0x7ffe52f46d00, [16]) = "
            "-1 EAGAIN (Resource temporarily unavailable) <0.000020>"
        )
        self.assertEqual((call.result, call.errno), (None, "EAGAIN"))
        self.assertIsNone(decode_string(call.arguments[1]))

    def test_threads_interrupt_each_other(self):
        records = read_all(
            "13    1795347241.125485 accept4(3,  <unfinished ...>",
            '14    1795347241.129544 connect(8, {sa_family=AF_INET, sin_port=htons(8888), sin_addr=inet_addr("\\x31")}, 16 '
            "<unfinished ...>",
            '13    1795347241.129985 <... accept4 resumed>{sa_family=AF_INET, sin_port=htons(46636), '
            'sin_addr=inet_addr("\\x31\\x2e\\x32")}, [16], SOCK_CLOEXEC) = 7 <0.004476>',
            "14    1795347241.130035 <... connect resumed>) = -1 EINPROGRESS (Operation now in progress) <0.000453>",
        )
        accept, connect = records
        self.assertEqual((accept.thread, accept.start, accept.end), (13, 1795347241.125485, 1795347241.129961))
        self.assertEqual((accept.arguments[0], accept.arguments[3], accept.result), ("3", "SOCK_CLOEXEC", 7))
        self.assertEqual((connect.thread, connect.errno), (14, "EINPROGRESS"))
        self.assertEqual(len(connect.arguments), 3)

    def test_what_has_begun(self):
        reader = LineReader()
        reader.read("13    1795347241.125485 accept4(3,  <unfinished ...>")
        self.assertEqual(reader.begun(), [(13, 1795347241.125485, "accept4(3, ")])
        reader.read("13    1795347241.129985 <... accept4 resumed>NULL, NULL, 0) = 7 <0.004476>")
        self.assertEqual(reader.begun(), [])

    def test_an_interrupted_call_has_neither_result_nor_errno(self):
        (call,) = read_all(
            "13    1795347241.338478 accept4(3, 0x7ffe52f46d30, [16], SOCK_CLOEXEC) = ? ERESTARTSYS "
            "(To be restarted if SA_RESTART is set) <0.050062>"
        )
        self.assertEqual((call.result, call.errno), (None, None))

    def test_a_call_in_which_the_process_ends(self):
        records = read_all(
            "17    1795347241.397385 accept4(3,  <unfinished ...>",
            "13    1795347241.406557 exit_group(0)   = ?",
            "17    1795347241.406712 <... accept4 resumed> <unfinished ...>) = ?",
            "17    1795347241.408513 +++ exited with 0 +++",
            "13    1795347241.408530 +++ killed by SIGSEGV (core dumped) +++",
        )
        self.assertEqual([type(record) for record in records], [Call, Call, Ended, Ended])
        self.assertEqual((records[1].result, records[1].errno), (None, None))
        self.assertEqual((records[2].code, records[2].signal), (0, None))
        self.assertEqual((records[3].code, records[3].signal), (None, "SIGSEGV"))

    def test_the_end_of_a_thread_forgets_what_it_had_begun(self):
        reader = LineReader()
        reader.read("17    1.0 accept4(3,  <unfinished ...>")
        reader.read("17    2.0 +++ killed by SIGKILL +++")
        self.assertEqual(reader.begun(), [])
        self.assertIsNone(reader.read("17    3.0 <... accept4 resumed>NULL, NULL, 0) = 5 <0.1>"))

    def test_signals(self):
        (signal,) = read_all("13    1795347241.187183 --- SIGXFSZ {si_signo=SIGXFSZ, si_code=SI_USER, si_pid=3} ---")
        self.assertEqual(signal, Signalled(13, 1795347241.187183, "SIGXFSZ"))

    def test_lines_without_sense_are_passed_over(self):
        for line in ("", "strace: something", "13 nonsense", "13 1.0 ???", "13 1.0 bind(3", "13 1.0 --- stopped ---", "13 1.0 +++ x"):
            self.assertEqual(read_all(line), [], line)


class Arguments(unittest.TestCase):
    def test_brackets_and_quotes_hide_commas(self):
        arguments, rest = split_arguments('4, {a=[1, 2], b={c, d}}, "x, \\")]}", f(1, 2)) = 3')
        self.assertEqual(arguments, ["4", "{a=[1, 2], b={c, d}}", '"x, \\")]}"', "f(1, 2)"])
        self.assertEqual(rest, " = 3")

    def test_truncated_text_has_no_rest(self):
        self.assertEqual(split_arguments('4, "abc'), (["4"], ""))

    def test_a_cut_string_keeps_its_marker(self):
        arguments, _ = split_arguments('4, "\\x61"..., 8192, 0) = 8192')
        self.assertEqual(decode_string(arguments[1]), b"a")

    def test_strings(self):
        self.assertEqual(decode_string('"\\x68\\x22\\x69\\x0a"'), b'h"i\n')
        self.assertEqual(decode_string('""'), b"")
        self.assertEqual(decode_string('"a\\n\\t\\"\\\\\\0\\17\\377\\xffz\\e"'), b'a\n\t"\\\x00\x0f\xff\xffz\x1b')
        self.assertEqual(decode_string('"\\x61bc\\x64"'), b"abcd")
        self.assertEqual(decode_string('"\\x6"'), b"\x06")
        self.assertIsNone(decode_string("NULL"))
        self.assertIsNone(decode_string("0x7f4122027800"))

    def test_addresses(self):
        ipv6 = (
            "{sa_family=AF_INET6, sin6_port=htons(8889), sin6_flowinfo=htonl(0), "
            'inet_pton(AF_INET6, "\\x3a\\x3a\\x31", &sin6_addr), sin6_scope_id=0}'
        )
        unix = '{sa_family=AF_UNIX, sun_path="\\x2f\\x74\\x6d\\x70"}'
        self.assertEqual(decode_address(ipv6), {"host": "::1", "port": 8889})
        self.assertIsNone(decode_address(unix))
        self.assertIsNone(decode_address("{sa_family=AF_NETLINK, nl_pid=0, nl_groups=00000000}"))
        self.assertIsNone(decode_address("NULL"))
        self.assertEqual(
            [decode_family(text) for text in (ipv6, unix, "{sa_family=AF_UNSPEC, ...}", "NULL")],
            ["AF_INET6", "AF_UNIX", "AF_UNSPEC", None],
        )

    def test_messages(self):
        message = (
            '{msg_name=NULL, msg_namelen=0, msg_iov=[{iov_base="\\x61\\x62", iov_len=2}, {iov_base="\\x63\\x64", iov_len=20}], '
            "msg_iovlen=2, msg_controllen=0, msg_flags=0}"
        )
        self.assertEqual(decode_vectors(message), b"abcd")
        self.assertEqual(vector_size(message), 22)
        self.assertIsNone(vector_size("0x7ffe52f46d30"))

    def test_integers_and_flags(self):
        self.assertEqual([decode_integer(text) for text in ("5", "-1", "0x80", "[1]", "NULL", "{l_onoff=1}")], [5, -1, 128, 1, None, None])
        self.assertEqual(decode_flags("MSG_PEEK|MSG_DONTWAIT"), ["MSG_PEEK", "MSG_DONTWAIT"])
        self.assertEqual(decode_flags("0"), [])


if __name__ == "__main__":
    unittest.main()
