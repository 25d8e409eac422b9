/** The dialog for videos, and where a replay's notices stand. */
export const outStyles = `
.inktape-replay { --_notes-end: 104px; }
.inktape-video { inline-size: min(500px, 100% - 24px); }
.inktape-video-choices { overflow-y: auto; min-block-size: 0; }
.inktape-video small { display: block; padding: 2px 20px; color: var(--_muted); }
.inktape-video-size { display: flex; align-items: center; gap: 6px; }
.inktape-video-size input { inline-size: 84px; flex: none; font-variant-numeric: tabular-nums; }
.inktape-video-progress { flex: 1 1 200px; display: grid; gap: 6px; font-variant-numeric: tabular-nums; }
.inktape-video-progress progress { appearance: none; inline-size: 100%; block-size: 6px; border: 0; border-radius: 3px; overflow: clip; background: var(--_line); }
.inktape-video-progress progress::-webkit-progress-bar { background: var(--_line); }
.inktape-video-progress progress::-webkit-progress-value { background: var(--_accent); }
.inktape-video-progress progress::-moz-progress-bar { background: var(--_accent); }
@media (forced-colors: active) { .inktape-video-progress progress { appearance: auto; } }
`;
