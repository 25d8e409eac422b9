/** A colour or length for light surroundings and, where it differs, for dark ones. */
type Token = string | readonly [light: string, dark: string];

/**
 * What an app may restyle: set `--inktape-<name>` on any element around a component. Every pair of text and ground
 * here keeps a contrast of 4.5 to 1 or more.
 */
const TOKENS: Readonly<Record<string, Token>> = {
  surface: ["#ffffff", "#20222a"],
  text: ["#1b1d25", "#eceef5"],
  muted: ["#5a5f70", "#a9aebf"],
  line: ["#e3e5ec", "#363a46"],
  /** Outlines that must be seen to use a control: 3 to 1 and more. */
  edge: ["#858a9c", "#7d8397"],
  hover: ["#f0f2f7", "#2d303b"],
  accent: ["#4059d8", "#4b63e0"],
  "on-accent": ["#ffffff", "#ffffff"],
  "accent-text": ["#3a51c8", "#a8b6ff"],
  "accent-soft": ["#e9edff", "#2c3560"],
  danger: ["#c22f2f", "#ff9a94"],
  good: ["#1f7a3d", "#6fd694"],
  warn: ["#8a5a00", "#f2c261"],
  "warn-soft": ["#fff4d9", "#3d3420"],
  shadow: [
    "0 1px 2px rgb(20 24 48 / 0.08), 0 6px 20px rgb(20 24 48 / 0.1)",
    "0 1px 2px rgb(0 0 0 / 0.4), 0 6px 20px rgb(0 0 0 / 0.4)",
  ],
  /** Rounding of floating panels; what is inside them is rounded less. */
  radius: "12px",
  font: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif',
};

const entries = Object.entries(TOKENS);

/** `--_<name>` is what the rules use: the app's `--inktape-<name>` when there is one. */
const declare = (pick: 0 | 1) =>
  entries
    .map(([name, token]) => `--_${name}: var(--inktape-${name}, ${typeof token === "string" ? token : token[pick]});`)
    .join(" ");

/** The tokens, in light and dark; `data-theme` on the component's root chooses. */
export const tokenStyles = `
.inktape { ${declare(0)} color-scheme: light; }
.inktape[data-theme="dark"] { ${declare(1)} color-scheme: dark; }
@media (prefers-color-scheme: dark) { .inktape[data-theme="system"] { ${declare(1)} color-scheme: dark; } }
`;
