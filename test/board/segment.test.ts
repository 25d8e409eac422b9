import { expect, test } from "vitest";
import { segmentDistance } from "../../src/board/segment.js";

const way = (x1: number, y1: number, x2: number, y2: number) =>
  [
    { x: x1, y: y1 },
    { x: x2, y: y2 },
  ] as const;

test.each([
  ["that cross", way(0, 0, 10, 10), way(0, 10, 10, 0), 0],
  ["side by side", way(0, 0, 10, 0), way(0, 3, 10, 3), 3],
  ["one after the other", way(0, 0, 10, 0), way(14, 3, 20, 3), 5],
  ["of which one only points at the other", way(0, 0, 10, 0), way(5, 2, 5, 9), 2],
  ["that lie on one another", way(0, 0, 10, 0), way(4, 0, 6, 0), 0],
  ["of which one is a point", way(5, 4, 5, 4), way(0, 0, 10, 0), 4],
  ["that are two points", way(0, 0, 0, 0), way(3, 4, 3, 4), 5],
])("between two ways %s", (_, [a, b], [c, d], distance) => {
  expect(segmentDistance(a, b, c, d)).toBe(distance);
  expect(segmentDistance(d, c, b, a)).toBe(distance);
});
