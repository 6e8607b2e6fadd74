/** The one stylesheet. Colours have a contrast of at least 4.5:1 in both schemes; sides are logical, for Arabic. */
export const STYLESHEET = `:root {
  color-scheme: light dark;
  --ink: #14212b; --soft: #4a5b67; --ground: #f6f8f9; --card: #ffffff; --line: #d5dde2;
  --accent: #0b6e4f; --on-accent: #ffffff; --wrong: #b3261e; --code: #10202a; --on-code: #e6eef2;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e8eef1; --soft: #a9b8c1; --ground: #0f171c; --card: #17222a; --line: #2c3b45;
    --accent: #4fd1a5; --on-accent: #06231a; --wrong: #ff9d94; --code: #0a1116; --on-code: #dfe9ee;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body {
  margin: 0; background: var(--ground); color: var(--ink);
  font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans Arabic", sans-serif;
}
main { max-width: 64rem; margin-inline: auto; padding: 1.5rem 1.25rem 4rem; }
main.narrow { max-width: 36rem; padding-block-start: 4rem; }
section { padding-block-start: 3.5rem; }
h1, h2, h3 { line-height: 1.2; margin: 0 0 .75rem; text-wrap: balance; }
h1 { font-size: clamp(2rem, 5vw, 3.25rem); letter-spacing: -.02em; }
h2 { font-size: 1.6rem; }
h3 { font-size: 1.05rem; }
p { margin: 0 0 1rem; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; inset-inline-start: -999rem; }
.skip:focus { inset: .5rem auto auto .5rem; background: var(--card); padding: .5rem 1rem; z-index: 1; }
.ribbon { margin: 0; padding: .5rem 1.25rem; background: #ffd766; color: #3a2a00; text-align: center; font-weight: 600; }
.hero { padding-block: 3.5rem 0; max-width: 44rem; }
.lead { font-size: 1.2rem; color: var(--soft); }
.eyebrow { margin: 0 0 .5rem; color: var(--accent); font-weight: 600; font-size: .9rem; }
.columns { display: grid; gap: 1.25rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); }
.card { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: 1.25rem; }
.card > :last-child { margin-block-end: 0; }
.checks, .endpoints { list-style: none; margin: 0; padding: 0; }
.checks li { padding-block: .2rem; }
.endpoints { display: grid; gap: 1rem; }
.endpoints h3 { display: flex; flex-wrap: wrap; gap: .6rem; align-items: center; margin-block-end: .5rem; }
.method {
  font: 700 .75rem/1 ui-monospace, monospace; padding: .35rem .5rem; border-radius: .35rem;
  background: var(--accent); color: var(--on-accent);
}
.method.get { background: transparent; color: var(--accent); box-shadow: inset 0 0 0 1.5px var(--accent); }
.icon { font-size: 1.75rem; line-height: 1; }
code, pre { font-family: ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; font-size: .92em; }
code { overflow-wrap: anywhere; }
pre {
  margin: 0; padding: 1.25rem; overflow-x: auto; direction: ltr;
  background: var(--code); color: var(--on-code); border-radius: .75rem;
}
pre code { overflow-wrap: normal; }
label { display: block; font-weight: 600; margin-block-end: .25rem; }
input {
  width: 100%; padding: .65rem .75rem; font: inherit; color: inherit; margin-block-end: .75rem;
  background: var(--ground); border: 1px solid var(--soft); border-radius: .5rem;
}
button, .button {
  display: inline-block; padding: .65rem 1.25rem; font: inherit; font-weight: 600; text-decoration: none; cursor: pointer;
  background: var(--accent); color: var(--on-accent); border: 0; border-radius: .5rem;
}
.card .button { margin-block-start: .75rem; }
.wrong { color: var(--wrong); font-weight: 600; }
.bar {
  display: flex; flex-wrap: wrap; gap: 1rem; align-items: center; justify-content: space-between;
  padding: .75rem 1.25rem; background: var(--card); border-block-end: 1px solid var(--line);
}
.bar p { margin: 0; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: start; padding: .5rem .75rem; border-block-end: 1px solid var(--line); overflow-wrap: anywhere; }
th { color: var(--soft); font-size: .9rem; white-space: nowrap; }
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
`;
