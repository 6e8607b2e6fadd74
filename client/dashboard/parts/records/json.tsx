import { useMemo } from 'react';
import { CopyButton } from '../copy-button.tsx';
import classes from './json.module.css';
import { jsonText, jsonTokens } from './json-tokens.ts';

/** A value as JSON, coloured, to be read and copied: always from left to right. `label` names it for who hears it. */
export function Json({ value, label }: { readonly value: unknown; readonly label: string }) {
  const text = useMemo(() => jsonText(value), [value]);
  const tokens = useMemo(() => jsonTokens(text), [text]);
  return (
    <div className={classes.json} dir="ltr">
      <div className={classes.copy}>
        <CopyButton value={text} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whatever scrolls is reached by the keyboard. */}
      <section aria-label={label} tabIndex={0} className={classes.scroll}>
        <pre translate="no" className={classes.text}>
          {tokens.map(({ kind, text: piece }, index) =>
            kind === 'mark' ? (
              piece
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other name.
              <span key={index} className={classes[kind]}>
                {piece}
              </span>
            ),
          )}
        </pre>
      </section>
    </div>
  );
}
