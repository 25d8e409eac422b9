import type { ReactNode } from "react";
import { Link } from "./navigation.js";
import { ThemeSwitch, type ThemeSwitchProps } from "./theme-switch.js";

export interface HeaderProps extends ThemeSwitchProps {
  /** What the page is about; its first heading. */
  readonly title?: string;
  readonly children?: ReactNode;
}

/** The line on top of every page: the way home, what this is, and what can be done with it. */
export function Header({ title, children, theme, onTheme }: HeaderProps) {
  return (
    <header className="header">
      <Link href="/" className="brand">
        inktape
      </Link>
      {title !== undefined && <h1 title={title}>{title}</h1>}
      <span className="spring" />
      {children}
      <ThemeSwitch theme={theme} onTheme={onTheme} />
    </header>
  );
}
