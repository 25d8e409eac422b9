import { useSyncExternalStore } from "react";
import type { Theme } from "../picture/palette.js";
import type { ThemeSetting } from "./context.js";

const DARK = "(prefers-color-scheme: dark)";

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(DARK);
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}

/** The theme that a setting comes to; light on a server. Follows the person's system while it is `system`. */
export function useTheme(setting: ThemeSetting): Theme {
  const isSystemDark = useSyncExternalStore(
    subscribe,
    () => window.matchMedia(DARK).matches,
    () => false,
  );
  if (setting === "system") return isSystemDark ? "dark" : "light";
  return setting;
}
