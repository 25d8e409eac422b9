import type { Server } from "node:http";

/** The requests of a server that are not answered yet. */
export class Requests {
  #underWay = 0;
  #waiting: (() => void)[] = [];

  constructor(http: Server) {
    http.on("request", (_, response) => {
      this.#underWay += 1;
      response.once("close", () => {
        this.#underWay -= 1;
        if (this.#underWay > 0) return;
        for (const resolve of this.#waiting.splice(0)) resolve();
      });
    });
  }

  /** Resolves when there are none. */
  async none(): Promise<void> {
    if (this.#underWay > 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
