/** The panel of a recording's people, and the bar that says whose view is shown. */
export const replayPeopleStyles = `
.inktape-view-choice { display: flex; flex-wrap: wrap; gap: 4px; padding-block-end: 6px; border-block-end: 1px solid var(--_line); }
.inktape-view-choice .inktape-button { flex: 1 1 auto; padding-inline: 10px; border: 1px solid var(--_line); }
.inktape-member[data-presence="away"] .inktape-person { opacity: 0.55; }
.inktape-member[data-hidden] .inktape-member-name strong { color: var(--_muted); text-decoration: line-through; }
.inktape-member-name small > span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-variant-numeric: tabular-nums; }
.inktape-member > .inktape-button { min-inline-size: 34px; padding-inline: 6px; }
.inktape-ink-choice, .inktape-narration-switch { display: flex; align-items: center; gap: 8px; padding: 6px 4px; border-block-start: 1px solid var(--_line); min-block-size: 36px; }
.inktape-ink-choice { justify-content: space-between; }
.inktape-ink-choice select { margin: 0; padding: 4px 6px; min-block-size: 32px; font: inherit; color: inherit; background: var(--_surface); border: 1px solid var(--_edge); border-radius: 6px; cursor: pointer; }
.inktape-narration-switch { cursor: pointer; }
.inktape-narration-switch input { margin: 0; inline-size: 18px; block-size: 18px; flex: none; accent-color: var(--_accent); }
.inktape-stage .inktape-follow { z-index: 3; inset-block-start: 64px; }
@media (pointer: coarse) { .inktape-ink-choice select, .inktape-narration-switch { min-block-size: 44px; } .inktape-member > .inktape-button { min-inline-size: 44px; } }
`;
