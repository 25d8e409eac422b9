import { getDocument, PDFWorker, type PDFDocumentProxy, type PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { InktapeError, isInktapeError } from "../signal/errors.js";
import { LIMITS } from "../signal/limits.js";
import { PdfFiles } from "./pdf-files.js";

/** A page of a PDF as a picture. */
export interface PdfPage {
  /** PNG, or WebP where that is much smaller. */
  readonly bytes: Uint8Array;
  /** The page's size in CSS pixels; the picture has twice as many, or up to 4096 on a side. */
  readonly width: number;
  readonly height: number;
}

/** A PDF that is open. */
export interface Pdf {
  readonly pages: number;
  /** True while nothing was left out of what was drawn for want of pdf.js's own files. */
  readonly isComplete: () => boolean;
  /** Draws a page; the first is 1. Rejects with `bad-bytes` for one that cannot be drawn, `too-large`, or an `AbortError`. */
  page(number: number, signal: AbortSignal): Promise<PdfPage>;
  close(): void;
}

/** A PDF's unit is 1/72 inch, a CSS pixel 1/96. */
const CSS_PIXELS = 96 / 72;
const DENSITY = 2;
const MAX_SIDE = 4096;
/** A PNG larger than this is a photograph, which WebP makes much smaller. */
const LARGE_PNG = 1 << 20;

/**
 * Opens a PDF. Rejects with `bad-bytes` for what is none or is locked by a password. Runs no program that is in it.
 *
 * @param files the address of a folder with pdf.js's own files, which some PDFs take: those with Chinese, Japanese or
 * Korean letters whose font is not in them, and with JPEG 2000 or JBIG2 pictures. See {@link PdfFiles}.
 */
export async function openPdf(bytes: Uint8Array, files?: string): Promise<Pdf> {
  const worker = startWorker();
  const own = new PdfFiles(files);
  const task = getDocument({
    data: bytes,
    isEvalSupported: false,
    BinaryDataFactory: own.factory,
    ...(worker && { worker }),
  });
  const close = () => {
    void task.destroy();
    worker?.destroy();
  };
  try {
    const pdf: PDFDocumentProxy = await task.promise;
    return {
      pages: pdf.numPages,
      isComplete: () => own.isComplete,
      close,
      async page(number, signal) {
        try {
          return await drawn(await pdf.getPage(number), signal);
        } catch (cause) {
          if (signal.aborted || isInktapeError(cause)) throw cause;
          throw new InktapeError("bad-bytes", `Page ${number} of the PDF cannot be drawn.`, { cause });
        }
      },
    };
  } catch (cause) {
    close();
    throw new InktapeError("bad-bytes", "This PDF cannot be read: it is damaged, or locked by a password.", { cause });
  }
}

async function drawn(page: PDFPageProxy, signal: AbortSignal): Promise<PdfPage> {
  const { width, height } = page.getViewport({ scale: CSS_PIXELS });
  const density = Math.min(DENSITY, MAX_SIDE / Math.max(width, height));
  const viewport = page.getViewport({ scale: CSS_PIXELS * density });
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(viewport.width));
  canvas.height = Math.max(1, Math.round(viewport.height));
  const task = page.render({ canvas, viewport });
  const stop = () => task.cancel();
  signal.addEventListener("abort", stop, { once: true });
  try {
    await task.promise;
  } finally {
    signal.removeEventListener("abort", stop);
    page.cleanup();
  }
  signal.throwIfAborted();
  return { bytes: await encoded(canvas), width, height };
}

async function encoded(canvas: HTMLCanvasElement): Promise<Uint8Array> {
  const png = await blobOf(canvas, "image/png");
  const blob = png.size <= LARGE_PNG ? png : await blobOf(canvas, "image/webp", 0.9);
  const smaller = blob.size < png.size ? blob : png;
  if (smaller.size <= LIMITS.assetBytes) return new Uint8Array(await smaller.arrayBuffer());
  throw new InktapeError("too-large", "A page of this PDF is too large for a board.");
}

async function blobOf(canvas: HTMLCanvasElement, type: string, quality?: number): Promise<Blob> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality));
  if (blob) return blob;
  throw new InktapeError("too-large", "This browser cannot make a picture of so large a page.");
}

function startWorker(): PDFWorker {
  const port = new Worker(new URL("./pdf-worker.js", import.meta.url), { type: "module", name: "inktape pdf" });
  return PDFWorker.create({ port });
}
