const SIGNS = { Plus: "+", ArrowLeft: "←", ArrowRight: "→", ArrowUp: "↑", ArrowDown: "↓" };
const WORDS: Readonly<Record<string, string>> = { ...SIGNS, Control: "Ctrl", PageUp: "PgUp", PageDown: "PgDn" };
const MAC: Readonly<Record<string, string>> = {
  ...SIGNS,
  Meta: "⌘",
  Shift: "⇧",
  Control: "⌃",
  PageUp: "⇞",
  PageDown: "⇟",
};

/**
 * Keys as a tip shows them, from how `aria-keyshortcuts` writes them: alternatives with spaces between, keys of one
 * with `+`. On a Mac the alternative with Command is shown, elsewhere the first.
 */
export function keyNames(shortcuts: string, isMac: boolean): string {
  const alternatives = shortcuts.split(" ");
  const shown = (isMac && alternatives.find((keys) => keys.includes("Meta"))) || alternatives[0] || "";
  return named(shown, isMac);
}

/** All alternatives as a sheet shows them: those with Command on a Mac, those with Control elsewhere. */
export function allKeyNames(shortcuts: string, isMac: boolean): readonly string[] {
  const foreign = isMac ? "Control" : "Meta";
  return shortcuts
    .split(" ")
    .filter((keys) => !keys.includes(foreign))
    .map((keys) => named(keys, isMac));
}

function named(shown: string, isMac: boolean): string {
  const names = isMac ? MAC : WORDS;
  const keys = shown.split("+").map((key) => names[key] ?? key);
  return keys.join(isMac ? "" : " ");
}

/** True where keys are named as on a Mac. */
export function isMacLike(): boolean {
  return typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.platform);
}
