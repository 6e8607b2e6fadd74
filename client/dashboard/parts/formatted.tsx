import { Fragment } from 'react';
import classes from './formatted.module.css';
import { type Block, formatOf, type Run } from './whatsapp-format.ts';

/** What somebody wrote, with WhatsApp's formatting: text alone, in the direction of each paragraph's first letter. */
export function Formatted({ children }: { readonly children: string }) {
  return (
    <div className={classes.formatted}>
      {formatOf(children).map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks of a text have no other name, and are shown anew together.
        <Paragraph key={index} block={block} />
      ))}
    </div>
  );
}

function Paragraph({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'code':
      return (
        <pre dir="auto" className={classes.code}>
          {block.text}
        </pre>
      );
    case 'quote':
      return (
        <blockquote dir="auto">
          <Runs of={block.runs} />
        </blockquote>
      );
    case 'bullet':
      return <Point mark="•" runs={block.runs} />;
    case 'numbered':
      return <Point mark={`${block.number}.`} runs={block.runs} />;
    case 'text':
      return (
        <p dir="auto">
          <Runs of={block.runs} />
        </p>
      );
  }
}

function Point({ mark, runs }: { readonly mark: string; readonly runs: readonly Run[] }) {
  return (
    <div dir="auto" className={classes.point}>
      <span>{mark}</span>
      <span>
        <Runs of={runs} />
      </span>
    </div>
  );
}

function Runs({ of }: { readonly of: readonly Run[] }) {
  return of.map((run, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: runs of a text have no other name, and are shown anew together.
    <Fragment key={index}>{styled(run)}</Fragment>
  ));
}

function styled({ bold, href, italic, mono, struck, text }: Run) {
  let shown = <>{text}</>;
  if (href !== undefined) {
    shown = (
      <a href={href} target="_blank" rel="noopener noreferrer" dir="ltr">
        {text}
      </a>
    );
  }
  if (mono) shown = <code>{shown}</code>;
  if (struck) shown = <s>{shown}</s>;
  if (italic) shown = <em>{shown}</em>;
  if (bold) shown = <strong>{shown}</strong>;
  return shown;
}
