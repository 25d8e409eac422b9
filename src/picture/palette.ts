/** Which of the two sets of colours a board is shown in. */
export type Theme = "light" | "dark";

/** The named colours, in the order a toolbar shows them. A name follows the theme, `#rrggbb` does not. */
export const COLOR_NAMES = ["black", "grey", "red", "orange", "yellow", "green", "blue", "violet", "white"] as const;

export type ColorName = (typeof COLOR_NAMES)[number];

const PAGE: Record<Theme, string> = { light: "#ffffff", dark: "#17191e" };

/**
 * Each has a contrast of at least 4.5 to 1 on its theme's page (WCAG 2.2 AA), so that text in it can be read.
 * "black" is the ink that stands out most, "white" the page's own colour, which writes on filled shapes and covers.
 */
const INKS: Record<Theme, Record<ColorName, string>> = {
  light: {
    black: "#1d1f24",
    grey: "#5f6672",
    red: "#c92a2a",
    orange: "#b34a00",
    yellow: "#8a6900",
    green: "#23743a",
    blue: "#1864c8",
    violet: "#6d3fc4",
    white: PAGE.light,
  },
  dark: {
    black: "#eceef2",
    grey: "#9aa2af",
    red: "#ff8787",
    orange: "#ffa94d",
    yellow: "#ffd43b",
    green: "#69db7c",
    blue: "#74b2ff",
    violet: "#b79cff",
    white: PAGE.dark,
  },
};

/**
 * Sheets of notes. The theme's "black" has a contrast of at least 7 to 1 on each. A highlighter lays the same colours
 * over what is there, so that they only tinge it.
 */
const SHEETS: Record<Theme, Record<ColorName, string>> = {
  light: {
    black: "#dfe2e7",
    grey: "#eceef1",
    red: "#ffc9c9",
    orange: "#ffd8a8",
    yellow: "#ffec99",
    green: "#b2f2bb",
    blue: "#a5d8ff",
    violet: "#d6c8ff",
    white: "#ffffff",
  },
  dark: {
    black: "#3a3f49",
    grey: "#2b2f37",
    red: "#6a2c2c",
    orange: "#66401c",
    yellow: "#5c4d12",
    green: "#23502e",
    blue: "#1f4570",
    violet: "#46357a",
    white: "#22252c",
  },
};
/** How much of a name's colour is in a page of that name, and how strong the pattern on it is. */
const [PAPER_SHARE, PATTERN_SHARE] = [0.12, 0.13];

const HEX = /^#[0-9a-f]{6}$/i;

/** The page's own colour, `#rrggbb`. */
export function pageColor(theme: Theme): string {
  return PAGE[theme];
}

/** What marks selections and boxes being drawn. */
export function accentColor(theme: Theme): string {
  return INKS[theme].blue;
}

/** A shape's or member's colour as `#rrggbb`; the theme's black for what is neither a name nor `#rrggbb`. */
export function inkColor(color: string, theme: Theme): string {
  if (HEX.test(color)) return color.toLowerCase();
  return isColorName(color) ? INKS[theme][color] : INKS[theme].black;
}

/** The colour of a solid fill: a quarter of the ink on the page, opaque, so that the outline and text stay readable. */
export function fillColor(color: string, theme: Theme): string {
  return mixed(inkColor(color, theme), PAGE[theme], 0.25);
}

/** A note's sheet; a colour of the app's own stays as it is. */
export function sheetColor(color: string, theme: Theme): string {
  return isColorName(color) ? SHEETS[theme][color] : HEX.test(color) ? color.toLowerCase() : SHEETS[theme].yellow;
}

/** The theme's "black", or that of the other theme where it can be read better on a background `#rrggbb`. */
export function inkOn(background: string): string {
  const [light, dark] = [INKS.light.black, INKS.dark.black];
  return contrast(light, background) >= contrast(dark, background) ? light : dark;
}

/** The colour of a page's paper: a hint of a named colour; a colour of the app's own stays as it is. */
export function paperColor(color: string, theme: Theme): string {
  if (HEX.test(color)) return color.toLowerCase();
  return isColorName(color) ? mixed(INKS[theme][color], PAGE[theme], PAPER_SHARE) : PAGE[theme];
}

/** The theme whose colours can be read on a paper: a dark one is written on as in the dark theme. */
export function themeOn(paper: string): Theme {
  return inkOn(paper) === INKS.light.black ? "light" : "dark";
}

/** The colour of the lines and dots on a paper. */
export function patternColor(paper: string): string {
  return mixed(inkOn(paper), paper, PATTERN_SHARE);
}

/** Black or white, whichever can be read better on a background `#rrggbb`. */
export function readableOn(background: string): "#000000" | "#ffffff" {
  return contrast(background, "#000000") >= contrast(background, "#ffffff") ? "#000000" : "#ffffff";
}

/** The contrast of two colours `#rrggbb`, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((one, other) => other - one) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function isColorName(color: string): color is ColorName {
  return (COLOR_NAMES as readonly string[]).includes(color);
}

/** A colour between two, with that share of the first. */
function mixed(color: string, other: string, share: number): string {
  const [first, second] = [channels(color), channels(other)];
  return `#${first.map((value, index) => hex(value * share + (second[index] ?? 0) * (1 - share))).join("")}`;
}

function channels(color: string): [number, number, number] {
  const bits = Number.parseInt(color.slice(1), 16);
  return [(bits >> 16) & 255, (bits >> 8) & 255, bits & 255];
}

function hex(channel: number): string {
  return Math.round(channel).toString(16).padStart(2, "0");
}

function luminance(color: string): number {
  const [red, green, blue] = channels(color).map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
