import fc from "fast-check";

/** Points from anywhere to anywhere. */
export const arbitraryPoints = fc
  .array(
    fc.record({
      x: fc.integer({ min: -(2 ** 31) + 1, max: 2 ** 31 - 1 }),
      y: fc.integer({ min: -(2 ** 31) + 1, max: 2 ** 31 - 1 }),
      dt: fc.integer({ min: 0, max: 100_000 }),
      p: fc.integer({ min: 0, max: 63 }),
    }),
    { maxLength: 100 },
  )
  .map((points) => {
    let t = 0;
    return Int32Array.from(points.flatMap(({ x, y, dt, p }) => [x, y, (t += dt), p]));
  });

/** Points whose places are all `unit` steps apart from the first one's, as a device of coarser grid reports them. */
export const coarsePoints = fc.tuple(arbitraryPoints, fc.constantFrom(1, 2, 4, 8, 64)).map(([points, unit]) =>
  points.map((value, at) => {
    if (at % 4 > 1) return value;
    const first = points[at % 4] ?? 0;
    return first + Math.trunc((Math.trunc(value / 4) - Math.trunc(first / 4)) / unit) * unit;
  }),
);

/** As a pen reports them: small steps, regular times. */
export const penPoints = fc
  .array(
    fc.record({
      dx: fc.integer({ min: -40, max: 40 }),
      dy: fc.integer({ min: -40, max: 40 }),
      dt: fc.nat(20),
      p: fc.integer({ min: 0, max: 63 }),
    }),
    { maxLength: 40 },
  )
  .map((steps) => {
    let [x, y, t] = [0, 0, 0];
    return Int32Array.from(steps.flatMap(({ dx, dy, dt, p }) => [(x += dx), (y += dy), (t += dt), p]));
  });
