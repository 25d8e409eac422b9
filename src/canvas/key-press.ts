import { COMMAND_KEYS, type Command } from "./keymap.js";
import { isTyping } from "./typing.js";

/** The part of a `KeyboardEvent` that decides. */
export type KeyPress = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey" | "target">;

/** What the browser itself makes an event of (`copy`, `cut`, `paste`), which says what is on the clipboard. */
const CLIPBOARD: ReadonlySet<Command> = new Set(["copy", "cut", "paste", "pasteInPlace"]);

const COMMANDS_OF: ReadonlyMap<string, readonly Command[]> = byChord();

function byChord(): Map<string, Command[]> {
  const commands = new Map<string, Command[]>();
  for (const [command, chords] of Object.entries(COMMAND_KEYS) as [Command, readonly string[]][]) {
    if (CLIPBOARD.has(command)) continue;
    for (const chord of chords) commands.set(chord, [...(commands.get(chord) ?? []), command]);
  }
  return commands;
}

/**
 * The commands a key press may stand for, the first that is possible before the others; none while somebody types.
 * Letters go by what is printed on the keys, whatever the layout; where that is no Latin letter, by where the key is.
 * Signs go by what is printed, however many modifiers that takes; digits with shift by where they are.
 */
export function commandsFor(press: KeyPress): readonly Command[] {
  if (isTyping(press.target)) return [];
  for (const chord of chordsOf(press)) {
    const commands = COMMANDS_OF.get(chord);
    if (commands) return commands;
  }
  return [];
}

/** What a press may be called, in the words of {@link COMMAND_KEYS}, what is printed on the key first. */
function chordsOf(press: KeyPress): readonly string[] {
  const { key, code, ctrlKey, metaKey, shiftKey, altKey } = press;
  const mods = { mod: ctrlKey || metaKey, alt: altKey, shift: shiftKey };
  if (/^[a-z]$/i.test(key)) return [chord(mods, key.toUpperCase())];
  const place = placeOf(code);
  const byPlace = place === null || !isPlaceTrusted(press, place) ? [] : [chord(mods, place)];
  if (key.length > 1) return [chord(mods, key)];
  // Shift, or control with alt (AltGr), may be what it takes to print the sign.
  const bare = { mod: mods.mod && !altKey, alt: altKey && !ctrlKey, shift: false };
  return [chord(mods, key), chord(bare, key), ...byPlace];
}

/** True when the place of the key says more than what is printed: with alt or shift, or on a layout without Latin. */
function isPlaceTrusted({ key, altKey, shiftKey }: KeyPress, place: string): boolean {
  if (/^[0-9]$/.test(place)) return shiftKey || altKey;
  return altKey || key > "\u007f";
}

function placeOf(code: string): string | null {
  if (code === "BracketLeft") return "[";
  if (code === "BracketRight") return "]";
  return /^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1] ?? null;
}

function chord({ mod, alt, shift }: Readonly<Record<"mod" | "alt" | "shift", boolean>>, key: string): string {
  return `${mod ? "Mod+" : ""}${alt ? "Alt+" : ""}${shift ? "Shift+" : ""}${key}`;
}
