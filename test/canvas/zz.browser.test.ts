import { test } from "vitest";
import { page } from "vitest/browser";
import { ANN, BEN, arrow, ellipse, idOf, ink, Log, ME, rectangle, text, unknown, wave } from "./support/log.js";
import { mountView } from "./support/mount.js";
test("look", async () => {
  const log = new Log(); log.join(ME, "Me"); log.join(ANN, "Ann", "red"); log.join(BEN, "Ben Müller", "violet");
  const colors = ["black","grey","red","orange","yellow","green","blue","violet","white"];
  const shapes = [
    ...colors.map((color, i) => ink(idOf(i), { color, x: 20 + i * 85, y: 50, points: wave(40).map((v, k) => k % 4 === 0 ? v / 4 : v), size: 4 })),
    rectangle(idOf(20), { x: 20, y: 110, w: 120, h: 80, color: "blue" }),
    rectangle(idOf(21), { x: 160, y: 110, w: 120, h: 80, color: "red", fill: "solid" }),
    ellipse(idOf(22), { x: 300, y: 110, w: 120, h: 80, color: "green", fill: "hachure" }),
    ellipse(idOf(23), { x: 440, y: 110, w: 120, h: 80, color: "violet", fill: "solid", size: 2 }),
    arrow(idOf(24), { x: 580, y: 120, w: 140, h: 60, color: "black", size: 3 }),
    text(idOf(25), { x: 20, y: 210, fontSize: 24, order: "a9" }), unknown(idOf(26), { x: 300, y: 210 }),
    ink(idOf(27), { x: 450, y: 250, size: 10, points: wave(60), color: "orange" }),
  ];
  log.add(ME, ...shapes.map((shape) => ({ type: "shape.add", shape }) as const));
  log.add(ANN, { type: "cursor", cursor: { page: shapes[0]!.page, x: 250, y: 240 } }, { type: "selection", ids: [idOf(26)] });
  log.add(BEN, { type: "cursor", cursor: { page: shapes[0]!.page, x: 620, y: 260 } });
  for (const theme of ["light", "dark"] as const) {
    const m = mountView(() => ({ board: log.board, time: log.time + 500, self: ME }), { width: 800, height: 300, theme });
    m.view.setSelection([idOf(20), idOf(22)]); m.view.setMarquee({ x: 560, y: 100, w: 100, h: 60 });
    m.view.paint();
  }
  document.body.style.margin = "0";
  await page.screenshot({ path: "/tmp/look.png" });
});
