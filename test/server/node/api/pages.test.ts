import { Hono } from "hono";
import { expect, test } from "vitest";
import { shapesOf } from "../../../../src/board/leaves.js";
import { virtualClock } from "../../../../src/clock/virtual.js";
import { RoomHost } from "../../../../src/room/host.js";
import { memoryStore } from "../../../../src/room/memory-store.js";
import { openAccess } from "../../../../src/server/node/access.js";
import { api } from "../../../../src/server/node/api/api.js";
import type { Picture } from "../../../../src/server/node/api/options.js";
import { answerError } from "../../../../src/server/node/problems.js";
import { roomId, type ClientId } from "../../../../src/signal/ids.js";
import { drafts, rectangle } from "../../../../src/testing/samples.js";

const START = 1000;

/** A room with a rectangle at 1000 and another at 6000, behind the API. */
async function opened(picture?: Picture) {
  const clock = virtualClock(START);
  const store = memoryStore(clock);
  const host = new RoomHost({ store, clock });
  await host.create(roomId("room"), true);
  const log = await store.open(roomId("room"));
  const { member } = await log.enrol("ada" as ClientId);
  await log.append(drafts(member, 0, [rectangle(member, 0)]));
  clock.advance(5000);
  await log.append(drafts(member, 0, [rectangle(member, 1)]));
  await log.close();
  const app = new Hono();
  app.route("/", api({ host, access: openAccess(), picture }));
  app.onError((error, context) => answerError(context, error));
  return (path: string) => app.request(`http://localhost/api/rooms/room/pages/${path}`);
}

const counting: Picture = (board, page, { theme }) => `<svg>${[...shapesOf(board)].length} ${page} ${theme}</svg>`;

test("a page is a picture of what was there at a time, or at the end, and runs nothing", async () => {
  const get = await opened(counting);
  const answer = await get("page.svg");
  expect(await answer.text()).toBe("<svg>2 page light</svg>");
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "image/svg+xml; charset=utf-8",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
  });
  expect(await (await get("page.svg?at=1000&theme=dark")).text()).toBe("<svg>1 page dark</svg>");
});

test.each(["other.svg", "page.png", "page.svg?at=soon", "page.svg?theme=green", "__proto__.svg"])(
  "%s is refused",
  async (path) => {
    const answer = await (await opened(counting))(path);
    expect([400, 404]).toContain(answer.status);
  },
);

test("without something to make pictures there are none", async () => {
  expect((await (await opened())("page.svg")).status).toBe(404);
});
