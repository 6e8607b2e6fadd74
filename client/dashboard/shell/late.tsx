import { type ComponentType, lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { CodeMissing } from './error-boundary.tsx';

/** Like `lazy`; that its code could not be fetched is told apart from what it does wrong itself. */
export function lazyCode<Props>(load: () => Promise<{ readonly default: ComponentType<Props> }>) {
  return lazy(() =>
    load().catch((cause: unknown) => {
      throw new CodeMissing('A part of the dashboard could not be fetched.', { cause });
    }),
  );
}

/**
 * Around a dialog whose code is fetched when it is first opened (`lazyCode`). From then on the dialog stays, and opens
 * only once it is there: so it gives the focus back to where it was.
 */
export function Late({
  opened,
  children,
}: {
  readonly opened: boolean;
  readonly children: (opened: boolean) => ReactNode;
}) {
  const [asked, setAsked] = useState(opened);
  const [arrived, setArrived] = useState(false);
  useEffect(() => {
    if (opened) setAsked(true);
  }, [opened]);
  if (!asked) return null;
  return (
    <Suspense fallback={null}>
      {children(opened && arrived)}
      <Arrival onArrival={setArrived} />
    </Suspense>
  );
}

/** Shown together with what was waited for. */
function Arrival({ onArrival }: { readonly onArrival: (arrived: true) => void }) {
  useEffect(() => onArrival(true), [onArrival]);
  return null;
}
