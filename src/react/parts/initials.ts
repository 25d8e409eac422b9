/** One or two letters that stand for a name. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = (word: string | undefined) => (word ? ([...word][0] ?? "") : "");
  const last = words.length > 1 ? words.at(-1) : undefined;
  return (first(words[0]) + first(last)).toLocaleUpperCase();
}
