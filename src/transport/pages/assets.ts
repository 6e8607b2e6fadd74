import { dashboardScript } from './browser-dashboard.ts';
import { landingScript } from './browser-landing.ts';
import { STYLESHEET } from './stylesheet.ts';

export interface Asset {
  readonly type: string;
  readonly text: string;
}

/** What the pages load, by path. The scripts are functions of ours, so that the compiler checks them like the rest. */
export const ASSETS: Readonly<Record<string, Asset>> = {
  '/assets/site.css': { type: 'text/css; charset=utf-8', text: STYLESHEET },
  '/assets/landing.js': { type: 'text/javascript; charset=utf-8', text: asScript(landingScript) },
  '/assets/dashboard.js': { type: 'text/javascript; charset=utf-8', text: asScript(dashboardScript) },
};

/** A function that uses nothing of its module, as a script: its types are gone once Node has loaded it. */
function asScript(run: () => void): string {
  return `'use strict';\n(${run.toString()})();\n`;
}
