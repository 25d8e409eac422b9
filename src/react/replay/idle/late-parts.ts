import { late } from "../../parts/late.js";

export const SKIP_NOTICE = late(async () => (await import("./skip-notice.js")).SkipNotice);
export const IDLE_MENU = late(async () => (await import("./idle-menu.js")).IdleMenu);
