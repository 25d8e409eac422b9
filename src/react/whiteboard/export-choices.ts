import type { Theme } from "../../picture/palette.js";

/** What pictures of a board are made as. */
export type ExportFormat = "png" | "svg" | "pdf";

/** Pixels to a board unit that can be chosen. */
export const SCALES = [1, 2, 3] as const;

/** How a person wants pictures of a board. */
export interface ExportChoices {
  readonly format: ExportFormat;
  /** Of PNG: pixels to a board unit. */
  readonly scale: number;
  /** Null for what goes best with the format. */
  readonly theme: Theme | null;
  /** Whether the page's paper is below the drawing. */
  readonly hasBackground: boolean;
}

export const FIRST_EXPORT: ExportChoices = { format: "png", scale: 2, theme: null, hasBackground: true };
