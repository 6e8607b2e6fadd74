import type { ReactNode } from 'react';

/**
 * Always Latin and left to right, whatever stands around it: phone numbers, ids, keys, codes, code and JSON. With `code`
 * in the font of code.
 */
export function Ltr({ children, code = false }: { readonly children: ReactNode; readonly code?: boolean }) {
  const Element = code ? 'code' : 'bdi';
  return (
    <Element dir="ltr" data-latin translate="no">
      {children}
    </Element>
  );
}

/** What somebody typed: its own first letter decides its direction. Rendered as text, never as markup. */
export function Typed({ children, block = false }: { readonly children: string; readonly block?: boolean }) {
  const Element = block ? 'p' : 'bdi';
  return <Element dir="auto">{children}</Element>;
}

/**
 * `attributes` of a field in which people type: the direction of its first letter, and the page's while it is empty. The
 * field's own `dir` would go to what stands around it.
 */
export function typedDirection(value: string): { readonly input: { readonly dir?: 'auto' } } {
  return { input: value === '' ? {} : { dir: 'auto' } };
}

/** `attributes` of a field for what is always Latin: an id, a number, an address. The words around it stay the page's. */
export const ltrField = { input: { dir: 'ltr' } } as const;
/** The same for a field that hides what is typed. */
export const ltrSecret = { innerInput: { dir: 'ltr' } } as const;
