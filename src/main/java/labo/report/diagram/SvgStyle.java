package labo.report.diagram;

/** How an SVG diagram looks; every name begins with {@code fil}, so that it can stand in a page. */
final class SvgStyle {
    static final String ELEMENT = """
            <style>
            .fil{--bg:#fff;--ink:#1f2328;--faint:#59636e;--a:#0550ae;--b:#7a2fbf;--bad:#b3261e;--warn:#8a4b00;color-scheme:light dark}
            @media (prefers-color-scheme:dark){.fil{--bg:#0d1117;--ink:#e6edf3;--faint:#9aa4af;--a:#79c0ff;--b:#d2a8ff;--bad:#ff7b72;--warn:#e3b341}}
            .fil-bg{fill:var(--bg)}
            .fil text{font:12px ui-monospace,Menlo,Consolas,"DejaVu Sans Mono","Liberation Mono",monospace;fill:var(--ink);white-space:pre}
            .fil text.fil-title{font:bold 13px system-ui,"DejaVu Sans","Liberation Sans",sans-serif}
            .fil text.fil-small{font-size:10px;fill:var(--faint)}
            .fil text.fil-faint{fill:var(--faint)}
            .fil text.fil-a{fill:var(--a)}
            .fil text.fil-b{fill:var(--b)}
            .fil text.fil-bad{fill:var(--bad)}
            .fil text.fil-warn{fill:var(--warn)}
            .fil line{stroke:var(--ink);stroke-width:1.2}
            .fil line.fil-a{stroke:var(--a);stroke-width:2}
            .fil line.fil-b{stroke:var(--b);stroke-width:2}
            .fil line.fil-wait{stroke-dasharray:2 4}
            .fil line.fil-bad{stroke:var(--bad)}
            .fil line.fil-warn{stroke:var(--warn);stroke-dasharray:6 3}
            .fil path{fill:var(--ink)}
            .fil path.fil-bad{fill:var(--bad)}
            .fil path.fil-warn{fill:var(--warn)}
            </style>
            """;

    private SvgStyle() {}
}
