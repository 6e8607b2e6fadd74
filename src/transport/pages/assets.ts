import { readFileSync } from 'node:fs';
import { landingScript } from './browser-landing.ts';
import { notifierScript } from './browser-notifier.ts';

export interface Asset {
  readonly type: string;
  readonly text: string;
}

/**
 * What the pages load whether or not the dashboard is built, by path. The script is a function of ours, so that the
 * compiler checks it like the rest; the tokens are those of the dashboard.
 */
export const ASSETS: Readonly<Record<string, Asset>> = {
  '/assets/tokens.css': css('../../../client/dashboard/design/tokens.css'),
  '/assets/site.css': css('./site.css'),
  '/assets/water.css': css('./water.css'),
  '/assets/landing.css': css('./landing.css'),
  '/assets/code.css': css('./code.css'),
  '/assets/icon.svg': { type: 'image/svg+xml', text: textOf('./icon.svg') },
  '/assets/landing.js': script(landingScript),
  // Where it lies it may serve the dashboard, and nothing beside it.
  '/dashboard/notifier.js': script(notifierScript),
};

function css(path: string): Asset {
  return { type: 'text/css; charset=utf-8', text: textOf(path) };
}

function textOf(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8');
}

/** A function that uses nothing of its module, as a script: its types are gone once Node has loaded it. */
function script(run: () => void): Asset {
  return { type: 'text/javascript; charset=utf-8', text: `'use strict';\n(${run.toString()})();\n` };
}
