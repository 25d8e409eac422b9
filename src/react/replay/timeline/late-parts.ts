import { late } from "../../parts/late.js";

/** What a timeline fetches only when it is used. */
export const PREVIEW = late(async () => (await import("./preview.js")).createPreview);
export const TIMELINE_MENU = late(async () => (await import("./timeline-menu.js")).TimelineMenu);
export const OVERVIEW = late(async () => (await import("./overview.js")).Overview);
export const LANES = late(async () => (await import("./lanes.js")).Lanes);
export const CLIP_HANDLES = late(async () => (await import("./clip-handles.js")).ClipHandles);
export const CLIP_BAR = late(async () => (await import("./clip-bar.js")).ClipBar);
export const CALENDAR = late(async () => (await import("./calendar.js")).Calendar);
