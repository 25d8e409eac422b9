import type { Cancel, Clock } from "../../../clock/clock.js";
import type { RoomHappening } from "../../../room/host.js";
import { InktapeError } from "../../../signal/errors.js";
import type { Deliveries, Delivery } from "./deliveries.js";
import { signed, webhookKey } from "./sign.js";

/** What a webhook can be told of. */
export type WebhookEvent = RoomHappening["type"];

/** An address that is told what happens to rooms. */
export interface Webhook {
  readonly url: string;
  /** 24 to 64 random bytes in base64, as from `openssl rand -base64 32`. */
  readonly secret: string;
  /** Default all. */
  readonly events?: readonly WebhookEvent[] | undefined;
}

export interface WebhooksOptions {
  readonly webhooks: readonly Webhook[];
  readonly deliveries: Deliveries;
  readonly clock: Clock;
  readonly fetch: typeof globalThis.fetch;
  /** Makes a name that no other message has. */
  readonly newId: () => string;
  /** Is told of messages that were given up, and of what failed. */
  readonly log: (message: string) => void;
}

const [SECOND, MINUTE, HOUR] = [1000, 60_000, 3_600_000];
/** Pauses after one failure, two, and so on; the last again and again. */
const PAUSES = [5 * SECOND, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR];
/** A message is given up when it could not be delivered for so long. */
const PATIENCE = 24 * HOUR;
/** Who takes longer to answer does not answer. */
const ANSWER_MS = 15 * SECOND;

/**
 * Tells webhooks what happens, each in order: the next message goes when the one before was taken or given up. A message
 * is stored first, so that a restart loses none; it may come twice, with the same webhook-id. Nothing else waits for it.
 */
export class Webhooks {
  readonly #options: WebhooksOptions;
  readonly #couriers: readonly Courier[];

  /** Throws `bad-argument` for an address or a secret that is none. */
  constructor(options: WebhooksOptions) {
    this.#options = options;
    this.#couriers = options.webhooks.map((webhook) => new Courier(webhook, options));
  }

  /** Goes on with what waits since the server last ran. */
  start(): void {
    const urls = this.#options.webhooks.map(({ url }) => url);
    this.#options.deliveries.only(urls).then(
      () => this.#wake(),
      (error: unknown) => this.#options.log(`Webhooks could not begin: ${String(error)}`),
    );
  }

  /** Puts a message on its way to all who want to be told of it. */
  tell({ type, at, room, by }: RoomHappening): void {
    const { webhooks, deliveries, newId, log } = this.#options;
    const body = JSON.stringify({ type, timestamp: new Date(at).toISOString(), data: { room, ...(by && { by }) } });
    const wanted = webhooks.filter(({ events }) => events?.includes(type) ?? true);
    if (wanted.length === 0) return;
    deliveries.add(wanted.map(({ url }) => ({ url, message: `msg_${newId()}`, created: at, body }))).then(
      () => this.#wake(),
      (error: unknown) => log(`Webhooks are not told of ${type} of the room "${room}": ${String(error)}`),
    );
  }

  /** Sends nothing any more; what waits is sent when the server runs again. */
  close(): void {
    for (const courier of this.#couriers) courier.close();
  }

  #wake(): void {
    for (const courier of this.#couriers) courier.wake();
  }
}

/** Carries the messages of one webhook. */
class Courier {
  readonly #url: string;
  readonly #key: Buffer;
  readonly #options: WebhooksOptions;
  #isBusy = false;
  /** Something was put down since this looked last. */
  #isWoken = false;
  #isClosed = false;
  #failures = 0;
  #stop: () => void = () => undefined;

  constructor({ url, secret }: Webhook, options: WebhooksOptions) {
    if (!/^https?:/.test(url) || !URL.canParse(url)) {
      throw new InktapeError("bad-argument", `"${url}" is no address of a webhook: give one with https://.`);
    }
    this.#url = url;
    this.#key = webhookKey(secret);
    this.#options = options;
  }

  wake(): void {
    this.#isWoken = true;
    if (this.#isBusy || this.#isClosed) return;
    this.#isBusy = true;
    this.#run().then(
      () => (this.#isBusy = false),
      (error: unknown) => {
        this.#isBusy = false;
        if (!this.#isClosed) this.#options.log(`The webhook ${this.#url} failed: ${String(error)}`);
      },
    );
  }

  close(): void {
    this.#isClosed = true;
    this.#stop();
  }

  async #run(): Promise<void> {
    const { deliveries, clock, log } = this.#options;
    for (;;) {
      this.#isWoken = false;
      const delivery = this.#isClosed ? null : await deliveries.next(this.#url);
      if (!delivery && this.#isWoken && !this.#isClosed) continue;
      if (!delivery) return;
      const problem = await this.#send(delivery);
      if (this.#isClosed) return;
      this.#failures = problem === null ? 0 : this.#failures + 1;
      const left = delivery.created + PATIENCE - clock.now();
      if (problem !== null && left > 0) {
        const pause = PAUSES[Math.min(this.#failures, PAUSES.length) - 1] ?? 0;
        await this.#wait(Math.min(pause, left));
        continue;
      }
      if (problem !== null)
        log(`The webhook ${this.#url} did not take ${delivery.message} for a day (${problem}): given up.`);
      await deliveries.done(delivery.id);
    }
  }

  /** Null when it was taken, else why not. */
  async #send({ message, body }: Delivery): Promise<string | null> {
    const { fetch, clock } = this.#options;
    const abort = new AbortController();
    const cancel: Cancel = clock.after(ANSWER_MS, () => abort.abort());
    this.#stop = () => abort.abort();
    try {
      const headers = signed(this.#key, message, Math.floor(clock.now() / SECOND), body);
      const answer = await fetch(this.#url, {
        method: "POST",
        headers: { "Content-Type": "application/json", ...headers },
        body,
        redirect: "error",
        signal: abort.signal,
      });
      await answer.body?.cancel();
      return answer.ok ? null : `HTTP status ${answer.status}`;
    } catch (error) {
      return abort.signal.aborted ? "no answer" : String(error);
    } finally {
      cancel();
    }
  }

  #wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.#options.clock.after(ms, resolve);
      this.#stop = () => {
        cancel();
        resolve();
      };
    });
  }
}
