import { useState } from "react";

/** A text that this browser remembers under a key, `fallback` at first. */
export function useRemembered<T extends string>(key: string, fallback: T): readonly [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => (read(key) as T | null) ?? fallback);
  const remember = (next: T) => {
    setValue(next);
    write(key, next);
  };
  return [value, remember];
}

/** A text that this browser made up once and keeps. */
export function useKept(key: string, make: () => string): string {
  const [value] = useState(() => {
    const kept = read(key) ?? make();
    write(key, kept);
    return kept;
  });
  return value;
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // Some browsers refuse storage in private windows: then it is remembered until the page is closed.
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // As above.
  }
}
