package journeytest

// Naughty is texts of our own that break or run in programs which do not expect
// them, each of a kind: numbers that are none, code in several languages, marks of
// tables and diagrams, letters that cannot be seen.
var Naughty = []string{
	"undefined", "null", "NaN", "true", "-1", "1E+02", "0x0", "1/0", "9999999999999999999999", "1.000,00", "00012", "12-05",
	"=1+1", "+1", "-1+1", "@SUM(A1)", "=HYPERLINK(\"http://example.org\")", "=cmd|' /C calc'!A0", "\t=1+1", "\r=1+1", "'=1", "＝1+1", "|=1+1",
	"<script>alert(1)</script>", "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><svg onload=alert(1)>", "javascript:alert(1)", "<!--", "-->", "]]>", "<![CDATA[x]]>",
	"&lt;script&gt;", "&#60;", "&", "<?xml version=\"1.0\"?>", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>", "</title>", "</textarea>", "</style>", "<a href='x'>",
	"| a | b |", "| --- | --- |", "\\|", "`code`", "```", "# head", "- item", "[x](javascript:alert(1))", "![p](http://example.org/x.png)", "***", "<br>", "~~~",
	"%%{init: {\"securityLevel\": \"loose\"}}%%", "section A", "title B", "a: 5: me", "click a call b()", "#quot;", ";", "%% note", "journey",
	"'; DROP TABLE cards; --", "' OR 1=1 --", "%s%n%d", "%00", "{0}", "${HOME}", "$(touch x)", "`touch x`", "../../etc/passwd", "file:///etc/passwd", "C:\\CON", "\\\\server\\share",
	"\u202Eright to left\u202C", "\u2066a\u2069", "\uFEFFmark", "a\u200Bb", "a\u00ADb", "Ω≈ç√", "田中さんにあげて下さい", "𠜎𠜱", "ﷺ", "ثم نفس سقطت", "Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮",
	"👩🏽‍💻", "🇩🇪🇯🇵", "❤️ 💔", "1️⃣", "﷽", "ı İ ß ẞ ǆ", "\u0000", "a\u0001b\u001Fc", "\u007F", "\u0085", "\uFFFE", "\uFFFF", "\U0010FFFF", "line\r\nbreak", "tab\there",
	"a very long word thatdoesnotbreakanywhereatallbecausesomebodyhasforgottenallofthespacesinit",
}
