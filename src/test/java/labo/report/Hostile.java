package labo.report;

import java.util.stream.Stream;

/** Texts that a program may send, print or be called, made to break whatever shows them. */
final class Hostile {
    private Hostile() {}

    static Stream<String> texts() {
        return Stream.of(
                "a\u0000b\u0001c\u001b[2Jd\u007fe\u0085f",
                "seuls \ud800 et \udfff, \ufffe \uffff",
                "]]></failure><evil/>&amp;&lt;<!-- \" ' -->",
                "fin\r\n::error file=x::tu\n::set-output name=a::b\n##[error]non",
                "ok 99 - faux # SKIP\n1..3\nBail out!\n  ...\n---\n%25,:;",
                "\u2028\u2029\ufeff\u202edroite \\ # ${x} %s %n",
                "<script>alert(1)</script>\" onload=\"alert(1)");
    }
}
