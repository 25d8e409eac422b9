import type { Browser, BrowserContext, CDPSession, Page } from "playwright";
import type { Board } from "../../../src/board/board.js";
import type { ReplayHandle, WhiteboardHandle } from "../../../src/index.js";
import type { InkSample } from "../../../src/signal/ink.js";
import type { Entry } from "../../../src/signal/entry.js";
import type { Json } from "../../../src/signal/signal.js";

/** Every page shows its board in this size and from this camera, so that pictures can be compared. */
const SIZE = { width: 900, height: 640 };
const CAMERA = { x: 0, y: 0, zoom: 0.5 };

type SiteHandle = NonNullable<Window["inktape"]>;
type LiveHandle = Extract<SiteHandle, WhiteboardHandle>;
type PlaybackHandle = Extract<SiteHandle, ReplayHandle>;

/** What these tests add to what the site puts on `window`. */
declare global {
  interface Window {
    seen?: { seq: number; by: number; clientSeq: number }[];
  }
}

/** A board as JSON in its one form, and where in the log it is. */
export interface Picture {
  readonly seq: number;
  readonly board: Json;
  /** The log's time at which it was shown. */
  readonly time: number;
  /** The canvases as a person sees them, PNG. */
  readonly png: Buffer;
}

/** A person at a browser of their own. */
export class Participant {
  private constructor(
    readonly name: string,
    readonly context: BrowserContext,
    readonly page: Page,
    readonly cdp: CDPSession,
  ) {}

  /** Opens a new browser window for somebody. */
  static async arrive(browser: Browser, name: string): Promise<Participant> {
    const context = await browser.newContext({
      viewport: SIZE,
      deviceScaleFactor: 1,
      timezoneId: "UTC",
      locale: "en-GB",
    });
    await context.addInitScript((own) => localStorage.setItem("inktape.name", own), name);
    const page = await context.newPage();
    return new Participant(name, context, page, await context.newCDPSession(page));
  }

  /** Opens an address and waits until its board is there, in the common size and camera. */
  async open(url: string): Promise<void> {
    await this.page.goto(url);
    await this.page.waitForFunction(() => {
      const handle = window.inktape;
      if (!handle) return false;
      return "client" in handle ? handle.client.board.get() !== null : handle.player.frame.get().board !== null;
    });
    // Nothing but the picture: no controls, and no ring of who has the focus.
    await this.page.addStyleTag({
      content: `body * { visibility: hidden } .inktape-canvas, .inktape-canvas * { visibility: visible }
        .inktape-canvas { position: fixed !important; inset: 0 !important; z-index: 9; width: 100vw; height: 100vh }
        .inktape-canvas::after { content: none !important }`,
    });
    await this.page.waitForFunction(({ width }) => window.inktape?.view.size.get().width === width, SIZE);
    await this.look();
  }

  /** Takes the common camera. */
  async look(): Promise<void> {
    await this.page.evaluate((camera) => window.inktape?.view.setCamera(camera), CAMERA);
  }

  /** From now on remembers every confirmed entry that this page is told of. */
  async startSeeing(): Promise<void> {
    await this.page.evaluate(() => {
      const { client } = window.inktape as LiveHandle;
      const seen: NonNullable<Window["seen"]> = (window.seen = []);
      client.onEntries((entries: readonly Entry[]) => {
        for (const { seq, by, clientSeq } of entries) seen.push({ seq, by, clientSeq });
      });
    });
  }

  async seen(): Promise<NonNullable<Window["seen"]>> {
    return this.page.evaluate(() => window.seen ?? []);
  }

  /** Puts the pen down at the first sample and moves it along the others, as the board's pixels would have it. */
  async drawTo(samples: readonly InkSample[], options: { readonly isDown: boolean }): Promise<void> {
    for (const [index, { x, y, pressure }] of samples.entries()) {
      const isPress = !options.isDown && index === 0;
      await this.#pen(isPress ? "mousePressed" : "mouseMoved", x, y, pressure ?? 0.5);
    }
  }

  /** Lifts the pen. */
  async lift({ x, y }: InkSample): Promise<void> {
    await this.#pen("mouseReleased", x, y, 0);
  }

  async #pen(
    type: "mousePressed" | "mouseMoved" | "mouseReleased",
    x: number,
    y: number,
    force: number,
  ): Promise<void> {
    await this.cdp.send("Input.dispatchMouseEvent", {
      type,
      x: (x - CAMERA.x) * CAMERA.zoom,
      y: (y - CAMERA.y) * CAMERA.zoom,
      button: "left",
      buttons: type === "mouseReleased" ? 0 : 1,
      clickCount: 1,
      force,
      pointerType: "pen",
    });
  }

  /** The newest confirmed place in the log. */
  async seq(): Promise<number> {
    return this.page.evaluate(() => (window.inktape as LiveHandle).client.confirmed.get()?.seq ?? 0);
  }

  /** Waits until the room has acknowledged all that was done here. */
  async settled(): Promise<void> {
    await this.page.waitForFunction(() => {
      const { state, pending } = (window.inktape as LiveHandle).client.status.get();
      return state === "online" && pending === 0;
    });
  }

  /** Waits until the confirmed board is at `seq` at least. */
  async reached(seq: number): Promise<void> {
    await this.page.waitForFunction(
      (due) => ((window.inktape as LiveHandle).client.confirmed.get()?.seq ?? 0) >= due,
      seq,
    );
  }

  async state(): Promise<string> {
    return this.page.evaluate(() => (window.inktape as LiveHandle).client.status.get().state);
  }

  /** The confirmed board as JSON. */
  async board(): Promise<Json> {
    return this.page.evaluate(() => {
      const { client, plainBoard } = window.inktape as LiveHandle;
      return plainBoard(client.confirmed.get() as Board);
    });
  }

  /** What a live page shows once nothing on it moves any more. */
  async picture(): Promise<Picture> {
    const { seq, at } = await this.page.evaluate(() => {
      const { seq, at } = (window.inktape as LiveHandle).client.confirmed.get() as Board;
      return { seq: seq as number, at: at as number };
    });
    const time = at + STILL_MS;
    await this.page.waitForFunction((due) => (window.inktape as LiveHandle).client.time() >= due, time);
    return { seq, time, board: await this.board(), png: await this.screenshot() };
  }

  /** The board that a replay shows. */
  async shownBoard(): Promise<Json> {
    // Ink that nobody sees may still be on its way.
    await this.page.waitForFunction(() => (window.inktape as PlaybackHandle).player.frame.get().isWhole);
    return this.page.evaluate(() => {
      const { player, plainBoard } = window.inktape as PlaybackHandle;
      return plainBoard(player.frame.get().board as Board);
    });
  }

  /** Plays a replay from where it is to its end, as fast as it goes. */
  async playToEnd(): Promise<void> {
    await this.page.evaluate(() => {
      const { player } = window.inktape as PlaybackHandle;
      player.setRate(16);
      player.play();
    });
    await this.page.waitForFunction(() => (window.inktape as PlaybackHandle).player.state.get().status === "ended");
  }

  /** What a replay shows at a wall time. */
  async pictureAt(wall: number): Promise<Picture> {
    await this.page.evaluate((time) => (window.inktape as PlaybackHandle).player.seekWall(time as never), wall);
    await this.look();
    const { seq, board, time } = await this.page.evaluate(() => {
      const { player, plainBoard } = window.inktape as PlaybackHandle;
      const { board, wall } = player.frame.get();
      return { seq: board?.seq ?? 0, time: wall as number, board: board && plainBoard(board) };
    });
    return { seq, time, board, png: await this.screenshot() };
  }

  async screenshot(): Promise<Buffer> {
    await this.page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          window.inktape?.view.paint();
          requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
        }),
    );
    return this.page.screenshot({ clip: { x: 0, y: 0, ...SIZE } });
  }

  async leave(): Promise<void> {
    await this.context.close();
  }
}

/** Ink and cursors that arrived have come to rest after this long, by design. */
const STILL_MS = 150;
