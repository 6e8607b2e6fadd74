import { type Html, html } from './html.ts';
import type { Preferences } from './preferences.ts';

/** Two waves: the sign of the river. */
export const MARK = html`<svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true"><path d="M4 11.5c4-3.6 8-3.6 12 0s8 3.6 12 0M4 20.5c4-3.6 8-3.6 12 0s8 3.6 12 0" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round"/></svg>`;

const STRANDS = 15;

/**
 * Many streams that become one river: what the gateway does with its tenants' messages. Some of what drifts there goes
 * down, some comes back. Drawn for reading from the left; the style sheet turns it for Arabic, and stops it for whoever
 * wants no movement.
 */
export function streams(): Html {
  const courses = Array.from({ length: STRANDS }, (_, strand) => course(strand / (STRANDS - 1)));
  return html`<svg class="streams" viewBox="0 0 1440 640" preserveAspectRatio="xMaxYMax slice" aria-hidden="true">
<g class="beds">${courses.map((path) => html`<path d="${path}"/>`)}</g>
<g class="drift">${courses.map((path, strand) => html`<path d="${path}" pathLength="100" stroke-dashoffset="${-((strand * 37) % 100)}"/>`)}</g>
</svg>`;
}

/** The course of one stream; `t` from 0, the one that comes from highest, to 1. */
function course(t: number): string {
  const at = (from: number, to: number) => Math.round(from + (to - from) * t);
  const source = Math.round(-40 + 400 * t ** 1.25);
  return `M1470 ${source}C1290 ${source + 30} 1130 ${at(330, 470)} 800 ${at(462, 520)}S250 ${at(408, 520)} -30 ${at(500, 590)}`;
}

/** The river under the hero; its shore is the ground of the page. */
export const RIVER = html`<svg class="river" viewBox="0 0 1440 160" preserveAspectRatio="none" aria-hidden="true">
<path class="far" d="M0 52c190-44 360-40 560-4s340 50 510 14 260-44 370-20v118H0z"/>
<path class="near" d="M0 84c170-40 340-44 540-8s330 46 500 12 280-42 400-14v86H0z"/>
<path class="shore" d="M0 124c200-30 380-26 560-4s360 32 520 6 250-24 360-8v42H0z"/>
</svg>`;

/** Where the page ends it runs on. */
export const OUTFLOW = html`<svg class="river outflow" viewBox="0 0 1440 120" preserveAspectRatio="none" aria-hidden="true">
<path class="near" d="M0 52c170-44 340-38 540-8s330 40 500 8 280-40 400-14v82H0z"/>
<path class="deep" d="M0 84c200-30 380-24 560-4s360 30 520 4 250-22 360-8v44H0z"/>
</svg>`;

const WIDTH = 340;

/** Three clients, the gateway and what their messages leave by; from the side on which reading begins. */
export function tenantsDrawing(kind: 'standard' | 'direct', direction: Preferences['direction']): Html {
  const x = (from: number) => (direction === 'rtl' ? WIDTH - from : from);
  const rows = [28, 66, 104];
  const bend = (from: number, fromY: number, to: number, toY: number) =>
    `M${x(from)} ${fromY}C${x((from + to) / 2)} ${fromY} ${x((from + to) / 2)} ${toY} ${x(to)} ${toY}`;
  // Who rents shares one number; who brings credentials keeps a number, and a way to it.
  const numbers = kind === 'standard' ? [66] : rows;
  const inlets = rows.map((y) => bend(36, y, 140, kind === 'standard' ? 66 : y));
  const outlets = numbers.map((y) => bend(200, y, 292, y));
  return html`<svg class="tenants ${kind}" viewBox="0 0 ${WIDTH} 132" aria-hidden="true">
<g class="ways-through">${[...inlets, ...outlets].map((path) => html`<path d="${path}"/>`)}</g>
<rect class="gate" x="${x(170) - 32}" y="10" width="64" height="112" rx="16"/>
<g class="passes">${(kind === 'standard' ? [66] : rows).map((y) => html`<path d="M${x(170) - 20} ${y}c6.6-6 13.3-6 20 0s13.3 6 20 0"/>`)}</g>
${rows.map((y) => html`<circle class="client" cx="${x(24)}" cy="${y}" r="12"/><circle class="dot" cx="${x(24)}" cy="${y}" r="4"/>`)}
${numbers.map((y) => html`<rect class="number" x="${x(306) - 14}" y="${y - 14}" width="28" height="28" rx="9"/><path class="tick" d="M${x(306) - 5} ${y}l3.6 3.8 6.4-7.2"/>`)}
${kind === 'standard' && html`<text class="credential" x="${x(170)}" y="96" text-anchor="middle">.env</text>`}
</svg>`;
}
