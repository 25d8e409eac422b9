import { expect, test } from "vitest";
import { decimal, element, escapeXml } from "../../../src/picture/svg/xml.js";

test("what means something in XML is written as text", () => {
  expect(escapeXml(`</text><script>"a" & 'b'</script>`)).toBe(
    "&lt;/text&gt;&lt;script&gt;&quot;a&quot; &amp; &apos;b&apos;&lt;/script&gt;",
  );
});

test.each([
  ["a control character", "a\u0000\u0008\u000b\u001fb"],
  ["the first half of a pair", "a\ud83db"],
  ["the second half of a pair", "a\udc4db"],
  ["what is no character", "a\ufffe\uffffb"],
])("%s is left out", (_, text) => {
  expect(escapeXml(text)).toBe("ab");
});

test.each(["a\tb\nc\rd", "Ünïcödé", "👍🏽", "世界", "\u007f\u0085\ufffd"])("%j stays as it is", (text) => {
  expect(escapeXml(text)).toBe(text);
});

test("numbers have two decimals at most, and no exponent", () => {
  expect([1, 1.005, -0.004, 0.126, 2e9 + 0.126, 1e-9].map(decimal)).toEqual([
    "1",
    "1",
    "0",
    "0.13",
    "2000000000.13",
    "0",
  ]);
});

test("an element escapes its attributes, and is empty without content", () => {
  expect(element("path", { stroke: `"red"`, width: 1.239 })).toBe(`<path stroke="&quot;red&quot;" width="1.24"/>`);
  expect(element("g", {}, "<b/>")).toBe("<g><b/></g>");
});
