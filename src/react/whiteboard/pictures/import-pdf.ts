import { pagesInOrder } from "../../../board/leaves.js";
import { orderAbove } from "../../../board/order.js";
import type { RoomClient } from "../../../client/room-client.js";
import type { PageId } from "../../../signal/ids.js";
import type { Signal } from "../../../signal/signal.js";
import type { WritableStore } from "../../../store/store.js";

/** A PDF that is being made into pages. */
export interface PdfImport {
  readonly name: string;
  /** How many pages are done. */
  readonly done: number;
  /** How many there are; null until that is known. */
  readonly pages: number | null;
  /** Stops, and leaves the board as it was. */
  cancel(): void;
}

export interface ImportPdfOptions {
  readonly client: RoomClient;
  /** Names the pages that a PDF is made into; the first is 1. */
  readonly pageName: (file: string, number: number) => string;
  readonly showPage: (page: PageId) => void;
  /** Where pdf.js's own files lie; see the provider's `pdfFiles`. */
  readonly pdfFiles: string | undefined;
  /** Hears of a PDF of which parts could not be shown, for want of those files. */
  readonly onIncomplete: (file: string) => void;
  readonly progress: WritableStore<PdfImport | null>;
  readonly signal: AbortSignal;
}

const MAGIC = "%PDF-";
/** Readers look for the magic so far into a file (ISO 32000-1, appendix H.3.4.1). */
const MAGIC_WITHIN = 1024;

/** True for a file that begins as a PDF does, whatever it is called. */
export async function isPdf(file: Blob): Promise<boolean> {
  return (await file.slice(0, MAGIC_WITHIN).text()).includes(MAGIC);
}

/**
 * Makes each page of a PDF a page of the board, behind all others, with a picture of it as paper, in one undo step; then
 * shows the first. Nothing comes to the board before all of it can. Rejects with what `openPdf` and `AssetStore.put`
 * reject with.
 */
export async function importPdf(file: File, options: ImportPdfOptions): Promise<void> {
  const { client, progress } = options;
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  options.signal.addEventListener("abort", stop, { once: true });
  const tell = (done: number, pages: number | null) => progress.set({ name: file.name, done, pages, cancel: stop });
  tell(0, null);
  try {
    const { openPdf } = await import("../../../pdf/pdf-pages.js");
    const pdf = await openPdf(new Uint8Array(await file.arrayBuffer()), options.pdfFiles);
    try {
      const papers: Paper[] = [];
      for (let number = 1; number <= pdf.pages; number++) {
        tell(number - 1, pdf.pages);
        const { bytes, width: w, height: h } = await pdf.page(number, stopping.signal);
        papers.push({ asset: await client.assets.put(bytes, stopping.signal), w, h });
      }
      stopping.signal.throwIfAborted();
      addPages(papers, file.name.replace(/\.pdf$/i, ""), options);
      if (!pdf.isComplete()) options.onIncomplete(file.name);
    } finally {
      pdf.close();
    }
  } catch (error) {
    if (!stopping.signal.aborted) throw error;
  } finally {
    options.signal.removeEventListener("abort", stop);
    progress.set(null);
  }
}

interface Paper {
  readonly asset: string;
  readonly w: number;
  readonly h: number;
}

function addPages(papers: readonly Paper[], name: string, { client, pageName, showPage }: ImportPdfOptions): void {
  const board = client.board.get();
  if (!board || papers.length === 0) return;
  let order = pagesInOrder(board).at(-1)?.order ?? null;
  const ids: PageId[] = [];
  const signals = papers.flatMap((paper, index): Signal[] => {
    const id = client.newPageId();
    ids.push(id);
    order = orderAbove(order);
    return [
      { type: "page.add", id, name: pageName(name, index + 1), order },
      { type: "page.paper", id, paper: { color: "", pattern: "plain", ...paper } },
    ];
  });
  const end = client.gesture();
  client.send(signals);
  end();
  showPage(ids[0] as PageId);
}
