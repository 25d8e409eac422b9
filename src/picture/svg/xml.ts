/** What XML 1.0 has no way to write: most control characters, and halves of surrogate pairs. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
const SPECIAL = /[&<>"']/g;
const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** What an attribute is given. Numbers are board units, written to two decimals. */
export type Attributes = Readonly<Record<string, string | number>>;

/** Text as it stands in an XML document, in an element or an attribute; what XML forbids is left out. */
export function escapeXml(text: string): string {
  return text.replace(FORBIDDEN, "").replace(SPECIAL, (letter) => ENTITIES[letter] ?? "");
}

/** An element with attributes in the order given. `content` is XML already. */
export function element(name: string, attributes: Attributes, content = ""): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${valueOf(value)}"`);
  return `<${name}${written.join("")}${content === "" ? "/>" : `>${content}</${name}>`}`;
}

/** A number to two decimals: finer is not to be seen. */
export function decimal(value: number): string {
  return `${Math.round(value * 100) / 100}`;
}

function valueOf(value: string | number): string {
  return typeof value === "number" ? decimal(value) : escapeXml(value);
}
