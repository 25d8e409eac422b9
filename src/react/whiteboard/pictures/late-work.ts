import { InktapeError } from "../../../signal/errors.js";
import { type Late, late } from "../../parts/late.js";

/** What makes a file ready for the room. */
export const PREPARE_PICTURE = late(
  async () => (await import("../../../canvas/pictures/prepare-picture.js")).preparePicture,
);
/** What makes a PDF into pages. */
export const IMPORT_PDF = late(() => import("./import-pdf.js"));

/** Late work, fetched. Rejects with `offline` when it cannot be had now. */
export async function fetched<T>(work: Late<T>): Promise<T> {
  try {
    return await work.load();
  } catch (cause) {
    throw new InktapeError("offline", "What works on pictures could not be loaded: try again when online.", { cause });
  }
}
