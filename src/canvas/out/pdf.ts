import type { jsPDF } from "jspdf";
import type { Board } from "../../board/board.js";
import { pagesInOrder } from "../../board/leaves.js";
import { exportSvg, type PagePictureOptions } from "./page-picture.js";
import { partsToPictures } from "./parts-to-pictures.js";
import { blending, blendRuns } from "./pdf-blend.js";
import type { TextLine } from "./text-line.js";
import { textOutliner } from "./text-outlines.js";
import { textsToPictures } from "./text-pictures.js";

/** What all pages look like, and where their pictures come from. */
export type PdfOptions = Omit<PagePictureOptions, "ids">;

/** PDF points to a board unit: a CSS pixel is three quarters of a point. */
const POINTS = 0.75;
/** The longest side of a page that PDF readers take, in points. */
const MAX_POINTS = 14_400;
/** What a PDF's own fonts have letters for. */
const LATIN_1 = /^[\u0020-\u007e\u00a0-\u00ff]*$/;

/**
 * All pages of a board as a PDF, each as large as what is drawn on it. Lines, fills and text in the bundled fonts are
 * vectors. Pictures are pictures, and so are shapes that are seen through as a whole, and text in other fonts and scripts,
 * which looks as on the board. Latin letters stand behind all text, to be searched and copied. Loads what it takes to
 * write PDF. Throws `offline` when a font's file cannot be had.
 */
export async function exportPdf(board: Board, options: PdfOptions = {}): Promise<Blob> {
  const [{ jsPDF: Pdf }, { svg2pdf }] = await Promise.all([import("jspdf"), import("svg2pdf.js")]);
  const { onMissing, ...look } = options;
  const missing = new Set<string>();
  const note = (assets: readonly string[]) => assets.forEach((asset) => missing.add(asset));
  const pdf = new Pdf({ unit: "pt", compress: true });
  const blend = blending(pdf);
  const textsToOutlines = textOutliner();
  pdf.deletePage(1);
  // One page after another: their pictures are large.
  for (const { id } of pagesInOrder(board)) {
    const svg = await exportSvg(board, id, { ...look, onMissing: note, isEditable: false });
    const { element, remove } = inDocument(svg);
    try {
      const { width, height } = element.viewBox.baseVal;
      const points = Math.min(POINTS, MAX_POINTS / Math.max(width, height));
      const size = { width: width * points, height: height * points };
      const outlined = await textsToOutlines(element);
      const lines = [...outlined, ...(await textsToPictures(element))];
      await partsToPictures(element);
      pdf.addPage([size.width, size.height], size.width > size.height ? "landscape" : "portrait");
      writeHidden(pdf, lines, points);
      for (const run of blendRuns(element)) {
        const draw = () => svg2pdf(run.element, pdf, { x: 0, y: 0, ...size });
        await (run.mode === null ? draw() : blend(run.mode, draw));
      }
    } finally {
      remove();
    }
  }
  if (missing.size > 0) onMissing?.([...missing]);
  return pdf.output("blob");
}

/** Writes Latin text without showing it. */
function writeHidden(pdf: jsPDF, lines: readonly TextLine[], points: number): void {
  for (const { text, x, baseline, fontSize, angle } of lines) {
    if (!LATIN_1.test(text)) continue;
    pdf.setFontSize(fontSize * points);
    pdf.text(text, x * points, baseline * points, { angle, renderingMode: "invisible" });
  }
}

/** Puts an SVG document where the browser measures it and nobody sees it. */
function inDocument(svg: string): { readonly element: SVGSVGElement; readonly remove: () => void } {
  const place = document.createElement("div");
  place.style.cssText = "position:fixed;left:-99999px;top:0;pointer-events:none";
  place.setAttribute("aria-hidden", "true");
  const parsed = new DOMParser().parseFromString(svg, "image/svg+xml");
  const element = document.importNode(parsed.documentElement, true) as unknown as SVGSVGElement;
  place.append(element);
  document.body.append(place);
  return { element, remove: () => place.remove() };
}
