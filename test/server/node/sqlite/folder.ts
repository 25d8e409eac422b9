import { cp, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

/** Folders for stores that a test leaves nothing of. */
export class Folders {
  readonly #made: string[] = [];

  /** An empty folder. */
  async make(): Promise<string> {
    const folder = await mkdtemp(path.join(tmpdir(), "inktape-"));
    this.#made.push(folder);
    return folder;
  }

  /** What stands in the files of a store at this instant, as after a sudden end of the process that has it open. */
  async copy(folder: string): Promise<string> {
    const copy = await this.make();
    await cp(folder, copy, { recursive: true });
    return copy;
  }

  /** Whether the text stands in any file of a folder, as it is. */
  async has(folder: string, text: string): Promise<boolean> {
    const names = await readdir(folder);
    const files = await Promise.all(names.map((name) => readFile(path.join(folder, name))));
    return files.some((bytes) => bytes.includes(text));
  }

  async remove(): Promise<void> {
    await Promise.all(this.#made.map((folder) => rm(folder, { recursive: true, force: true })));
  }
}
