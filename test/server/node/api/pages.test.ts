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
import { roomId, shapeId, type ClientId } from "../../../../src/signal/ids.js";
import type { BoxShape } from "../../../../src/signal/shape.js";
import type { Signal } from "../../../../src/signal/signal.js";
import { pageSvg } from "../../../../src/picture/page-svg.js";
import { drafts, rectangle } from "../../../../src/testing/samples.js";

const START = 1000;
/** A PNG of one pixel. */
const DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

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
  const get = (path: string) => app.request(`http://localhost/api/rooms/room/pages/${path}`);
  return Object.assign(get, { host, log: () => store.open(roomId("room")), member });
}

const counting: Picture = (board, page, { theme }) => `<svg>${[...shapesOf(board)].length} ${page} ${theme}</svg>`;

test("a page is a picture of what was there at a time, or at the end, and runs nothing", async () => {
  const get = await opened(counting);
  const answer = await get("page.svg");
  expect(await answer.text()).toBe("<svg>2 page light</svg>");
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "image/svg+xml; charset=utf-8",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
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

test("a page has its pictures in it, and its own words for those that are not there", async () => {
  const get = await opened(pageSvg);
  const content = Uint8Array.from(atob(DOT), (letter) => letter.charCodeAt(0));
  const hash = "ab".repeat(32);
  await get.host.assets(roomId("room")).put({ hash, mediaType: "image/png", bytes: content.length, content }, 1 << 20);
  const log = await get.log();
  const { shape } = rectangle(get.member, 7) as Extract<Signal, { type: "shape.add" }>;
  const { fill: _, seed: __, ...box } = shape as BoxShape;
  const image = (count: number, asset: string): Signal => ({
    type: "shape.add",
    shape: { ...box, w: 120, h: 80, kind: "image", id: shapeId(get.member, count), asset, alt: `Picture ${count}` },
  });
  await log.append(drafts(get.member, 2, [image(8, hash), image(9, "cd".repeat(32))]));
  await log.close();
  const svg = await (await get("page.svg")).text();
  expect(svg.match(/<image /g)).toHaveLength(1);
  expect(svg).toContain(`href="data:image/png;base64,${DOT}"`);
  expect(svg).toContain("Picture 9");
  expect(svg).not.toContain("Picture 8");
});

test("without something to make pictures there are none", async () => {
  expect((await (await opened())("page.svg")).status).toBe(404);
});
