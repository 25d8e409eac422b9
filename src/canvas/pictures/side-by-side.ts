import type { Box } from "../../board/bounds.js";
import type { Point } from "../../board/point.js";

/** How large something is, in any unit. */
export interface Size {
  readonly w: number;
  readonly h: number;
}

/**
 * Lays things out in rows, as many to a row as there are rows, around a point. Each keeps its shape, and none is larger
 * than `most`; one alone is only made smaller, never larger.
 *
 * @param gap between two.
 */
export function sideBySide(sizes: readonly Size[], around: Point, most: Size, gap: number): Box[] {
  const columns = Math.ceil(Math.sqrt(sizes.length));
  const cell = { w: (most.w - gap * (columns - 1)) / columns, h: (most.h - gap * (columns - 1)) / columns };
  const fitted = sizes.map(({ w, h }) => {
    const share = Math.min(1, cell.w / w, cell.h / h);
    return { w: Math.max(1, Math.round(w * share)), h: Math.max(1, Math.round(h * share)) };
  });
  const rows = Array.from({ length: Math.ceil(sizes.length / columns) }, (_, row) =>
    fitted.slice(row * columns, (row + 1) * columns),
  );
  const heights = rows.map((row) => Math.max(...row.map(({ h }) => h)));
  let y = around.y - (sum(heights) + gap * (rows.length - 1)) / 2;
  return rows.flatMap((row, index) => {
    const height = heights[index] as number;
    let x = around.x - (sum(row.map(({ w }) => w)) + gap * (row.length - 1)) / 2;
    const boxes = row.map(({ w, h }) => {
      const box = { x: Math.round(x), y: Math.round(y + (height - h) / 2), w, h };
      x += w + gap;
      return box;
    });
    y += height + gap;
    return boxes;
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
