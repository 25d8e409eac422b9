import type { ThemeSetting } from "inktape";

export interface ThemeSwitchProps {
  readonly theme: ThemeSetting;
  readonly onTheme: (theme: ThemeSetting) => void;
}

/** Light, dark, or as the system says. */
export function ThemeSwitch({ theme, onTheme }: ThemeSwitchProps) {
  return (
    <select
      className="quiet"
      aria-label="Theme"
      value={theme}
      onChange={(event) => onTheme(event.target.value as ThemeSetting)}
    >
      <option value="system">System</option>
      <option value="light">Light</option>
      <option value="dark">Dark</option>
    </select>
  );
}
