const SIGNS = { Plus: "+", ArrowLeft: "←", ArrowRight: "→", ArrowUp: "↑", ArrowDown: "↓" };
const WORDS: Readonly<Record<string, string>> = { ...SIGNS, Control: "Ctrl" };
const MAC: Readonly<Record<string, string>> = { ...SIGNS, Meta: "⌘", Shift: "⇧", Control: "⌃" };

/**
 * Keys as a tip shows them, from how `aria-keyshortcuts` writes them: alternatives with spaces between, keys of one
 * with `+`. On a Mac the alternative with Command is shown, elsewhere the first.
 */
export function keyNames(shortcuts: string, isMac: boolean): string {
  const alternatives = shortcuts.split(" ");
  const shown = (isMac && alternatives.find((keys) => keys.includes("Meta"))) || alternatives[0] || "";
  const names = isMac ? MAC : WORDS;
  const keys = shown.split("+").map((key) => names[key] ?? key);
  return keys.join(isMac ? "" : " ");
}

/** True where keys are named as on a Mac. */
export function isMacLike(): boolean {
  return typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.platform);
}
