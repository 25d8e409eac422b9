/** What is said about what leaves a board and comes to it. */
export interface ExchangeMessages {
  readonly format: string;
  readonly formatName: Readonly<Record<"png" | "svg" | "pdf", string>>;
  /** What is put out: of a page, or of all of them. */
  readonly part: string;
  readonly partName: Readonly<Record<"page" | "selection" | "pages", string>>;
  readonly scale: string;
  readonly scaleName: (scale: number) => string;
  readonly background: string;
  readonly backgroundName: Readonly<Record<"page" | "none", string>>;
  /** The person can bring what is saved back to a board, to go on with. */
  readonly editableHint: string;
  readonly copied: string;
  /** Pictures that are not in what was saved, copied or brought in. */
  readonly picturesMissing: (count: number) => string;
  /**
   * How many elements and pictures of an Excalidraw file could not be taken, and how many elements look different; one of
   * the numbers at least is not 0.
   */
  readonly notTaken: (elements: number, pictures: number, simplified: number) => string;
  /** Parts of a PDF that are not seen, since the app does not offer the files they take. */
  readonly partsMissing: (file: string) => string;
}

const some = (count: number, one: string, many: string) =>
  count === 0 ? [] : [count === 1 ? one : `${count} ${many}`];

export const ENGLISH_EXCHANGE: ExchangeMessages = {
  format: "Format",
  formatName: { png: "PNG", svg: "SVG", pdf: "PDF" },
  part: "What",
  partName: { page: "This page", selection: "Selection", pages: "All pages" },
  scale: "Size",
  scaleName: (scale) => `${scale}×`,
  background: "Background",
  backgroundName: { page: "Paper", none: "None" },
  editableHint: "Open it on a board again to go on with it.",
  copied: "Copied.",
  picturesMissing: (count) =>
    count === 1
      ? "1 picture could not be had: its description stands in its place."
      : `${count} pictures could not be had: their descriptions stand in their place.`,
  notTaken: (elements, pictures, simplified) => {
    const left = [...some(elements, "1 element", "elements"), ...some(pictures, "1 picture", "pictures")];
    const out = left.length === 0 ? [] : [`Left out: ${left.join(" and ")}.`];
    return [...out, ...some(simplified, "1 element was", "elements were").map((text) => `${text} simplified.`)].join(
      " ",
    );
  },
  partsMissing: (file) => `Some letters or pictures of “${file}” cannot be shown here.`,
};
