/** The calendar of a recording. */
export const calendarStyles = `
.inktape-calendar.inktape-dialog { inline-size: min(620px, 100% - 24px); }
.inktape-calendar-parts { display: flex; flex-wrap: wrap; gap: 8px 24px; padding: 0 20px 20px; overflow-y: auto; }
.inktape-calendar-parts > :first-child { flex: 0 0 auto; }
.inktape-calendar-parts > section { flex: 1 1 200px; min-inline-size: 0; }
.inktape-calendar-months { display: flex; align-items: center; }
.inktape-calendar-months span { flex: 1; text-align: center; font-weight: 600; }
.inktape-calendar table { border-spacing: 2px; margin-inline: auto; }
.inktape-calendar th { padding: 4px 0; font-size: 12px; font-weight: 500; color: var(--_muted); }
.inktape-calendar td { padding: 0; }
.inktape-calendar td button {
  position: relative; display: block; inline-size: 38px; block-size: 38px; padding: 0 0 4px; font: inherit; font-variant-numeric: tabular-nums; color: var(--_muted);
  background: none; border: 0; border-radius: 8px; cursor: pointer;
}
.inktape-calendar td button[data-busy] { color: var(--_text); font-weight: 600; }
.inktape-calendar td button[data-busy]::after { content: ""; position: absolute; inset-block-end: 5px; inset-inline: 0; margin: auto; inline-size: 6px; block-size: 4px; border-radius: 2px; background: var(--_accent-text); }
.inktape-calendar td button[data-busy="very"]::after { inline-size: 18px; }
.inktape-calendar td[aria-selected="true"] button { background: var(--_accent-soft); color: var(--_accent-text); }
.inktape-calendar :is(td button, li button):hover { background: var(--_hover); }
.inktape-calendar h3 { margin: 8px 0 6px; font-size: 14px; font-weight: 600; }
.inktape-calendar p { margin: 0; color: var(--_muted); }
.inktape-calendar ul { margin: 0; padding: 0; list-style: none; max-block-size: 220px; overflow-y: auto; }
.inktape-calendar li button { display: flex; justify-content: space-between; gap: 12px; inline-size: 100%; min-block-size: 36px; padding: 4px 8px; align-items: center; font: inherit; font-variant-numeric: tabular-nums; color: inherit; background: none; border: 0; border-radius: 8px; cursor: pointer; text-align: start; }
.inktape-calendar small { color: var(--_muted); font-size: 12px; }
@media (pointer: coarse) { .inktape-calendar td button { inline-size: 44px; block-size: 44px; } .inktape-calendar li button { min-block-size: 44px; } .inktape-calendar-parts { padding-inline: 8px; } }
`;
