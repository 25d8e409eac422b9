import type { TapePieces } from "../../../tape/pieces.js";

/** Where progress is shown. */
export interface Terminal {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

/** How far a long piece of work is, as one line that changes; nothing where nobody looks. */
export class Progress {
  readonly #terminal: Terminal;
  readonly #what: string;
  #shown = -1;

  constructor(terminal: Terminal, what: string) {
    this.#terminal = terminal;
    this.#what = what;
  }

  /** @param share 0 to 1. */
  show(share: number): void {
    const percent = Math.floor(100 * Math.min(1, share));
    if (!this.#terminal.isTTY || percent === this.#shown) return;
    this.#shown = percent;
    this.#terminal.write(`\r${this.#what}: ${percent} %`);
  }

  /** Takes the line away. */
  end(): void {
    if (this.#shown >= 0) this.#terminal.write("\r\u001B[K");
    this.#shown = -1;
  }
}

/** The same pieces, while the progress shows how many of the tape's entries they have. */
export async function* withProgress(pieces: TapePieces, progress: Progress, lastEntry: number): TapePieces {
  for (;;) {
    const step = await pieces.next();
    if (step.done) return step.value;
    if (step.value.type === "block") progress.show(step.value.ref.last / Math.max(1, lastEntry));
    yield step.value;
  }
}
