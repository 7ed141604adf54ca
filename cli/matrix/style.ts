/** How the page of the matrix looks, in light and in dark; states differ by sign and word first. */
export const STYLE = `
:root { color-scheme: light dark; --text: #1b1b1f; --page: #ffffff; --line: #b9b9c4; --faint: #5b5b66;
  --open: #d9f2df; --some: #e6efd2; --treated: #fdf0cf; --told: #dfe8fb; }
@media (prefers-color-scheme: dark) {
  :root { --text: #ececf1; --page: #17171b; --line: #4a4a55; --faint: #a9a9b6;
    --open: #14391f; --some: #2c3715; --treated: #40330c; --told: #1a2a4d; }
}
body { margin: 0; background: var(--page); color: var(--text); font: 1rem/1.45 system-ui, sans-serif; }
main { max-width: 90rem; margin: 0 auto; padding: 1.5rem; }
dt { font-weight: 600; margin-top: .5rem; }
dd { margin: 0 0 0 1.5rem; }
cite { color: var(--faint); }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: .875rem; }
caption { text-align: left; padding: .5rem 0; font-weight: 600; }
th, td { border: 1px solid var(--line); padding: .3rem .5rem; text-align: left; vertical-align: top; }
th[scope='rowgroup'] { border-top-width: 3px; }
th[scope='row'] { font-weight: 400; font-family: ui-monospace, monospace; position: sticky; left: 0; background: var(--page); }
td a { color: inherit; font-size: .75rem; white-space: nowrap; }
.open { background: var(--open); }
.some { background: var(--some); }
.treated { background: var(--treated); }
.contact, .exists, .silent { background: var(--told); }
.closed { color: var(--faint); }
:target { outline: 2px solid currentColor; }
@media print { main { max-width: none; padding: 0; } .wide { overflow: visible; } }
`;
