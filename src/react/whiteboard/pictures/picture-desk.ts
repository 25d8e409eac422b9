import { type Board, EMPTY_BOARD } from "../../../board/board.js";
import type { Box } from "../../../board/bounds.js";
import { shapeAt } from "../../../board/leaves.js";
import { orderAbove } from "../../../board/order.js";
import type { Point } from "../../../board/point.js";
import type { AssetPictures } from "../../../canvas/asset-pictures.js";
import type { BoardView } from "../../../canvas/board-view.js";
import type { DecodedPicture } from "../../../canvas/pictures/decode-picture.js";
import type { PreparedPicture } from "../../../canvas/pictures/prepare-picture.js";
import { sideBySide } from "../../../canvas/pictures/side-by-side.js";
import type { Clock } from "../../../clock/clock.js";
import { isInktapeError, type ErrorCode } from "../../../signal/errors.js";
import type { PageId, ShapeId } from "../../../signal/ids.js";
import type { ImageShape } from "../../../signal/shape.js";
import type { Signal } from "../../../signal/signal.js";
import { type Store, type WritableStore, createStore } from "../../../store/store.js";
import { whenOnline } from "../when-online.js";
import { every } from "./every.js";
import type { ImportPdfOptions, PdfImport } from "./import-pdf.js";
import { fetched, IMPORT_PDF, PREPARE_PICTURE } from "./late-work.js";

/** A picture on its way to the room. Only who put it there sees it, where it will be. */
export interface PendingPicture extends PreparedPicture {
  readonly id: number;
  readonly page: PageId;
  readonly box: Box;
  /** `waiting` is for the connection, and goes on by itself; `failed` is until somebody says what to do. */
  readonly state: "sending" | "waiting" | "failed";
  readonly problem: ErrorCode | null;
}

/** A file that was not taken, and why. */
export interface PictureProblem {
  readonly name: string;
  readonly code: ErrorCode;
}

/** What files are being asked for: to be put around a board point, or in the place of a picture. */
export type Picking = { readonly at: Point | undefined } | { readonly replacing: ShapeId };

/** Takes pictures and PDFs in, and sees to it that they reach the room. */
export interface PictureDesk {
  /** The room's pictures as they are painted. */
  readonly images: AssetPictures;
  readonly pending: Store<readonly PendingPicture[]>;
  /** The last file that was not taken; null after it was read. */
  readonly problem: Store<PictureProblem | null>;
  /** The PDF that is being read; null for none. */
  readonly pdf: Store<PdfImport | null>;
  /** Set it to ask the person for files: only in the course of a click or key, or the browser does not let it. */
  readonly picking: WritableStore<Picking | null>;
  /** The picture that is being cropped. */
  readonly cropping: WritableStore<ShapeId | null>;
  /** The picture whose description is being written. */
  readonly describing: WritableStore<ShapeId | null>;
  /** Puts files on the page that is shown, side by side around a board point; around the middle of the view without one. */
  add(files: readonly File[], at?: Point): Promise<void>;
  /** Puts another picture in the place of one. */
  replace(id: ShapeId, file: File): Promise<void>;
  retry(id: number): void;
  discard(id: number): void;
  forgetProblem(): void;
  /** Says of a file that it could not be had. */
  tellProblem(problem: PictureProblem): void;
  close(): void;
}

export interface PictureDeskOptions extends Pick<
  ImportPdfOptions,
  "client" | "pageName" | "showPage" | "pdfFiles" | "onIncomplete"
> {
  readonly view: BoardView;
  readonly clock: Clock;
  readonly pictures: AssetPictures;
  /** Hears of pictures that are on the board now. */
  readonly onAdded: (ids: readonly ShapeId[]) => void;
}

/** So much of the view new pictures may fill. */
const SHARE_OF_VIEW = 0.8;
/** Screen pixels between two. */
const GAP = 16;
/** A picture that could not be sent is tried again after so many milliseconds, or when the client is online again. */
const RETRY_MS = 5000;

export function createPictureDesk(options: PictureDeskOptions): PictureDesk {
  const { client, view, clock, pictures } = options;
  const pending = createStore<readonly PendingPicture[]>([]);
  const problem = createStore<PictureProblem | null>(null);
  const pdf = createStore<PdfImport | null>(null);
  const closing = new AbortController();
  let count = 0;

  const board = () => client.board.get() ?? EMPTY_BOARD;
  const fail = (name: string, error: unknown) => {
    if (!closing.signal.aborted) problem.set({ name, code: codeOf(error) });
  };
  const patch = (id: number, change: Partial<PendingPicture>) =>
    pending.set(pending.get().map((picture) => (picture.id === id ? { ...picture, ...change } : picture)));
  const drop = (id: number) => pending.set(pending.get().filter((picture) => picture.id !== id));
  const isThere = (id: number) => pending.get().some((picture) => picture.id === id);

  const place = ({ page, box }: PendingPicture, asset: string) => {
    const { pages } = board();
    const kept = Object.hasOwn(pages, page) ? page : view.page.get();
    const id = client.newShapeId();
    const order = orderAbove(pages[kept]?.top ?? null);
    client.send([
      { type: "shape.add", shape: { kind: "image", id, page: kept, order, color: "black", size: 1, asset, ...box } },
    ]);
    if (kept === view.page.get()) options.onAdded([id]);
  };

  const send = async (picture: PendingPicture) => {
    const { id, bytes, decoded } = picture;
    patch(id, { state: "sending", problem: null });
    try {
      const asset = await client.assets.put(bytes, closing.signal);
      if (!isThere(id)) return;
      pictures.keep(asset, decoded);
      place(picture, asset);
      drop(id);
    } catch (error) {
      if (closing.signal.aborted) return;
      const problem = codeOf(error);
      patch(id, { state: problem === "offline" ? "waiting" : "failed", problem });
    }
  };
  const sendWaiting = () => {
    for (const picture of pending.get()) if (picture.state === "waiting") void send(picture);
  };
  const ends = [whenOnline(client, sendWaiting), every(clock, RETRY_MS, pending, sendWaiting)];

  const prepare = async (file: File): Promise<PreparedPicture | null> => {
    try {
      const preparePicture = await fetched(PREPARE_PICTURE);
      return await preparePicture(file);
    } catch (error) {
      fail(file.name, error);
      return null;
    }
  };

  const addPictures = async (files: readonly File[], at: Point, page: PageId) => {
    const prepared: PreparedPicture[] = [];
    // One after another: decoded, they are large.
    for (const file of files) {
      const picture = await prepare(file);
      if (picture) prepared.push(picture);
    }
    if (closing.signal.aborted || prepared.length === 0) return;
    const { width, height } = view.size.get();
    const { zoom } = view.camera.get();
    const most = { w: (width * SHARE_OF_VIEW) / zoom, h: (height * SHARE_OF_VIEW) / zoom };
    const sizes = prepared.map(({ decoded }) => ({ w: decoded.width, h: decoded.height }));
    const boxes = sideBySide(sizes, at, most, GAP / zoom);
    const added = prepared.map((picture, index): PendingPicture => {
      count += 1;
      return { ...picture, id: count, page, box: boxes[index] as Box, state: "sending", problem: null };
    });
    pending.set([...pending.get(), ...added]);
    await Promise.all(added.map(send));
  };

  return {
    images: pictures,
    pending,
    problem,
    pdf,
    picking: createStore<Picking | null>(null),
    cropping: createStore<ShapeId | null>(null),
    describing: createStore<ShapeId | null>(null),
    async add(files, at = middleOf(view)) {
      const page = view.page.get();
      try {
        const { importPdf, isPdf } = await fetched(IMPORT_PDF);
        const kinds = await Promise.all(files.map(isPdf));
        await addPictures(
          files.filter((_, index) => !kinds[index]),
          at,
          page,
        );
        for (const file of files.filter((_, index) => kinds[index])) {
          await importPdf(file, { ...options, progress: pdf, signal: closing.signal }).catch((error: unknown) =>
            fail(file.name, error),
          );
        }
      } catch (error) {
        fail(files[0]?.name ?? "", error);
      }
    },
    async replace(id, file) {
      const picture = await prepare(file);
      if (!picture) return;
      try {
        const asset = await client.assets.put(picture.bytes, closing.signal);
        pictures.keep(asset, picture.decoded);
        client.send(replacing(board(), id, asset, picture.decoded));
      } catch (error) {
        fail(file.name, error);
      }
    },
    retry(id) {
      const picture = pending.get().find((one) => one.id === id);
      if (picture) void send(picture);
    },
    discard: drop,
    forgetProblem: () => problem.set(null),
    tellProblem: (told) => problem.set(told),
    close() {
      closing.abort();
      for (const end of ends) end();
    },
  };
}

function codeOf(error: unknown): ErrorCode {
  return isInktapeError(error) ? error.code : "bad-bytes";
}

function middleOf(view: BoardView): Point {
  const { width, height } = view.size.get();
  return view.toBoard({ x: width / 2, y: height / 2 });
}

/** Another picture in the place of one: as wide, as high as it then has to be, and whole. */
function replacing(board: Board, id: ShapeId, asset: string, { width, height }: DecodedPicture): readonly Signal[] {
  const shape = shapeAt(board, id);
  if (shape?.kind !== "image") return [];
  const { w, h } = shape as ImageShape;
  const props = { asset, h: (Math.sign(h) || 1) * Math.abs(w) * (height / width) };
  return [{ type: "shape.set", id, props: { ...props, cropX: 0, cropY: 0, cropW: 1, cropH: 1 } }];
}
