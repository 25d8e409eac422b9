import type { Theme } from "../picture/palette.js";
import type { ThemeSetting } from "./context.js";
import { useMedia } from "./use-media.js";

/** The theme that a setting comes to; light on a server. Follows the person's system while it is `system`. */
export function useTheme(setting: ThemeSetting): Theme {
  const isSystemDark = useMedia("(prefers-color-scheme: dark)");
  if (setting === "system") return isSystemDark ? "dark" : "light";
  return setting;
}
