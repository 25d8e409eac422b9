import type { ToolName } from "./tool.js";

/** What a key can ask for. */
export type Command =
  | `tool.${ToolName}`
  | "undo"
  | "redo"
  | "delete"
  | "cancel"
  | "selectAll"
  | "zoomIn"
  | "zoomOut"
  | "zoomReset"
  | "zoomToFit";

/** The part of a `KeyboardEvent` that decides. */
export type KeyPress = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey" | "target">;

const TOOL_KEYS: Readonly<Record<string, ToolName>> = {
  v: "select",
  h: "hand",
  p: "pen",
  e: "eraser",
  k: "laser",
  r: "rectangle",
  o: "ellipse",
  d: "diamond",
  l: "line",
  a: "arrow",
  t: "text",
  n: "note",
  f: "frame",
  i: "image",
};

const PLAIN_KEYS: Readonly<Record<string, Command>> = {
  delete: "delete",
  backspace: "delete",
  escape: "cancel",
  "+": "zoomIn",
  "=": "zoomIn",
  "-": "zoomOut",
  "0": "zoomReset",
};

const MOD_KEYS: Readonly<Record<string, Command>> = {
  z: "undo",
  y: "redo",
  a: "selectAll",
  "+": "zoomIn",
  "=": "zoomIn",
  "-": "zoomOut",
  "0": "zoomReset",
};

/**
 * The command a key press stands for; null for none, and for every press while somebody types. "mod" is control or
 * command. Letters go by what is printed on the keys, whatever the layout; where that is no Latin letter, by where the
 * key is.
 */
export function commandFor(press: KeyPress): Command | null {
  if (press.altKey || isTyping(press.target)) return null;
  const key = latinKey(press);
  const isMod = press.ctrlKey || press.metaKey;
  if (press.shiftKey) return shifted(key, press.code, isMod);
  if (isMod) return entry(MOD_KEYS, key);
  const tool = entry(TOOL_KEYS, key);
  return tool ? `tool.${tool}` : entry(PLAIN_KEYS, key);
}

/** True for an element that takes text, so that keys belong to it. */
export function isTyping(target: EventTarget | null): boolean {
  const element = target as Partial<HTMLElement> | null;
  if (element?.isContentEditable) return true;
  const name = element?.tagName?.toLowerCase();
  return name === "textarea" || name === "select" || (name === "input" && takesKeys(element as HTMLInputElement));
}

function shifted(key: string, code: string, isMod: boolean): Command | null {
  if (isMod) return key === "z" ? "redo" : key === "+" ? "zoomIn" : null;
  if (key === "p") return "tool.highlighter";
  // What shift+1 prints differs from layout to layout.
  if (code === "Digit1") return "zoomToFit";
  return key === "+" ? "zoomIn" : null;
}

function latinKey({ key, code }: KeyPress): string {
  const isForeignLetter = key.length === 1 && key > "\u007f" && /^Key[A-Z]$/.test(code);
  return (isForeignLetter ? code.slice("Key".length) : key).toLowerCase();
}

function takesKeys({ type }: HTMLInputElement): boolean {
  return !["button", "checkbox", "color", "file", "image", "radio", "reset", "submit"].includes(type);
}

function entry<T>(table: Readonly<Record<string, T>>, key: string): T | null {
  return Object.hasOwn(table, key) ? (table[key] ?? null) : null;
}
