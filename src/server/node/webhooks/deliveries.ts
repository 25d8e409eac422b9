/** A message on its way to a webhook. */
export interface Delivery {
  readonly id: number;
  readonly url: string;
  /** The message's own name, for who gets it twice. */
  readonly message: string;
  /** When it was made, milliseconds since 1970. */
  readonly created: number;
  readonly body: string;
}

/** Where messages wait until they are taken. */
export interface Deliveries {
  add(deliveries: readonly Omit<Delivery, "id">[]): Promise<void>;
  /** The oldest message to an address; null when none waits. */
  next(url: string): Promise<Delivery | null>;
  /** It is taken, or given up. */
  done(id: number): Promise<void>;
  /** Takes away what waits for other addresses. */
  only(urls: readonly string[]): Promise<void>;
}

/** Messages that wait in memory: for servers with a store of their own. */
export function memoryDeliveries(): Deliveries {
  let waiting: readonly Delivery[] = [];
  let last = 0;
  return {
    async add(deliveries) {
      waiting = [...waiting, ...deliveries.map((delivery) => ({ ...delivery, id: ++last }))];
    },
    next: async (url) => waiting.find((delivery) => delivery.url === url) ?? null,
    async done(id) {
      waiting = waiting.filter((delivery) => delivery.id !== id);
    },
    async only(urls) {
      waiting = waiting.filter(({ url }) => urls.includes(url));
    },
  };
}
