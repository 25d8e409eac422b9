import { TICK_MS, type InkPoints } from "../../src/signal/ink.js";

/** Points of a steady hand on a grid of eighths, four to a tick of 33 ms. */
export function handwriting(random: () => number, count: number): InkPoints {
  const points = new Int32Array(count * 4);
  let [x, y, angle, speed, pressure] = [0, 0, random() * 6.28, 12, 30];
  for (let index = 0; index < count; index++) {
    angle += (random() - 0.5) * 0.8;
    speed = Math.max(2, speed + (random() - 0.5) * 4);
    pressure = Math.min(60, Math.max(4, pressure + Math.round((random() - 0.5) * 4)));
    points.set([x, y, Math.floor(index / 4) * TICK_MS + (index % 4) * 8, pressure], index * 4);
    x = Math.round(x + Math.cos(angle) * speed);
    y = Math.round(y + Math.sin(angle) * speed);
  }
  return points;
}
